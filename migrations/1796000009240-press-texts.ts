import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What offices write of a visit for the press and for their superiors, with the quotes of their heads. */
export class PressTexts1796000009240 implements MigrationInterface {
  name = 'PressTexts1796000009240';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE press_text (
        id uuid NOT NULL,
        visit_id uuid NOT NULL,
        organisation text NOT NULL,
        kind text NOT NULL,
        state text NOT NULL,
        version integer NOT NULL,
        approver text DEFAULT '' NOT NULL,
        approved_by uuid,
        approved_at timestamp with time zone,
        readied_by uuid,
        readied_at timestamp with time zone,
        CONSTRAINT press_text_pkey PRIMARY KEY (id),
        CONSTRAINT press_text_visit_id_organisation_kind_key UNIQUE (visit_id, organisation, kind),
        CONSTRAINT press_text_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit (id) ON DELETE CASCADE,
        CONSTRAINT press_text_organisation_fkey FOREIGN KEY (organisation) REFERENCES unit (code),
        CONSTRAINT press_text_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES person (id),
        CONSTRAINT press_text_readied_by_fkey FOREIGN KEY (readied_by) REFERENCES person (id),
        CONSTRAINT press_text_kind_check CHECK (kind IN ('panjang', 'pendek', 'laporan-wa')),
        CONSTRAINT press_text_state_check CHECK (state IN ('draft', 'approved', 'ready')),
        CONSTRAINT press_text_version_check CHECK (version >= 1),
        CONSTRAINT press_text_approved_check CHECK ((approved_at IS NULL) = (approved_by IS NULL) AND (approved_at IS NULL) = (state = 'draft') AND (approved_at IS NULL) = (approver = '')),
        CONSTRAINT press_text_readied_check CHECK ((readied_at IS NULL) = (readied_by IS NULL) AND (readied_at IS NULL) = (state <> 'ready'))
      );
      CREATE INDEX press_text_organisation_idx ON press_text (organisation);
      CREATE INDEX press_text_approved_by_idx ON press_text (approved_by) WHERE approved_by IS NOT NULL;
      CREATE INDEX press_text_readied_by_idx ON press_text (readied_by) WHERE readied_by IS NOT NULL;
      COMMENT ON TABLE press_text IS 'A text that a party of a visit writes for the press or for its superiors.';
      COMMENT ON COLUMN press_text.version IS 'The last revision: what the text says now.';
      COMMENT ON COLUMN press_text.approver IS 'Name of the head who approved it, also where somebody else wrote that down.';

      CREATE TABLE press_revision (
        text_id uuid NOT NULL,
        version integer NOT NULL,
        title text NOT NULL,
        body text NOT NULL,
        photos jsonb DEFAULT '[]' NOT NULL,
        written_by uuid NOT NULL,
        written_at timestamp with time zone NOT NULL,
        CONSTRAINT press_revision_pkey PRIMARY KEY (text_id, version),
        CONSTRAINT press_revision_text_id_fkey FOREIGN KEY (text_id) REFERENCES press_text (id) ON DELETE CASCADE,
        CONSTRAINT press_revision_written_by_fkey FOREIGN KEY (written_by) REFERENCES person (id),
        CONSTRAINT press_revision_version_check CHECK (version >= 1),
        CONSTRAINT press_revision_title_check CHECK (char_length(title) <= 200),
        CONSTRAINT press_revision_body_check CHECK (char_length(body) <= 12000),
        CONSTRAINT press_revision_photos_check CHECK (jsonb_typeof(photos) = 'array')
      );
      CREATE INDEX press_revision_written_by_idx ON press_revision (written_by);
      COMMENT ON TABLE press_revision IS 'What a press text said, each time that it was saved.';
      COMMENT ON COLUMN press_revision.photos IS 'Ids of photos of the day with their captions; the photos themselves are looked up.';

      CREATE TABLE press_point (
        text_id uuid NOT NULL,
        version integer NOT NULL,
        point text NOT NULL,
        reason text DEFAULT '' NOT NULL,
        said_by uuid NOT NULL,
        said_at timestamp with time zone NOT NULL,
        CONSTRAINT press_point_pkey PRIMARY KEY (text_id, version, point),
        CONSTRAINT press_point_text_id_version_fkey FOREIGN KEY (text_id, version) REFERENCES press_revision (text_id, version) ON DELETE CASCADE,
        CONSTRAINT press_point_said_by_fkey FOREIGN KEY (said_by) REFERENCES person (id),
        CONSTRAINT press_point_reason_check CHECK (char_length(reason) <= 300)
      );
      CREATE INDEX press_point_said_by_idx ON press_point (said_by);
      COMMENT ON TABLE press_point IS 'Points of a revision that somebody ticked, or said do not matter there.';

      CREATE TABLE press_quote (
        visit_id uuid NOT NULL,
        organisation text NOT NULL,
        state text NOT NULL,
        version integer DEFAULT 1 NOT NULL,
        speaker text DEFAULT '' NOT NULL,
        "position" text DEFAULT '' NOT NULL,
        words text DEFAULT '' NOT NULL,
        link_hash text,
        asked_by uuid,
        asked_at timestamp with time zone,
        said_at timestamp with time zone,
        said_by uuid,
        CONSTRAINT press_quote_pkey PRIMARY KEY (visit_id, organisation),
        CONSTRAINT press_quote_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit (id) ON DELETE CASCADE,
        CONSTRAINT press_quote_organisation_fkey FOREIGN KEY (organisation) REFERENCES unit (code),
        CONSTRAINT press_quote_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person (id),
        CONSTRAINT press_quote_said_by_fkey FOREIGN KEY (said_by) REFERENCES person (id),
        CONSTRAINT press_quote_state_check CHECK (state IN ('asked', 'answered', 'approved', 'declined')),
        CONSTRAINT press_quote_words_check CHECK (words <> '' OR state IN ('asked', 'declined')),
        CONSTRAINT press_quote_length_check CHECK (char_length(words) <= 600)
      );
      CREATE INDEX press_quote_organisation_idx ON press_quote (organisation);
      CREATE INDEX press_quote_asked_by_idx ON press_quote (asked_by) WHERE asked_by IS NOT NULL;
      CREATE INDEX press_quote_said_by_idx ON press_quote (said_by) WHERE said_by IS NOT NULL;
      COMMENT ON TABLE press_quote IS 'What the head of a party says of a visit, and whether it may be printed.';
      COMMENT ON COLUMN press_quote.link_hash IS 'Of the newest link, the only one that is good.';
      COMMENT ON COLUMN press_quote.said_by IS 'Whoever wrote it with an account; null for what came by a link.';

      CREATE TABLE press_quote_link (
        token_hash text NOT NULL,
        visit_id uuid NOT NULL,
        organisation text NOT NULL,
        email text,
        made_by uuid NOT NULL,
        created_at timestamp with time zone NOT NULL,
        expires_at timestamp with time zone NOT NULL,
        CONSTRAINT press_quote_link_pkey PRIMARY KEY (token_hash),
        CONSTRAINT press_quote_link_visit_id_organisation_fkey FOREIGN KEY (visit_id, organisation) REFERENCES press_quote (visit_id, organisation) ON DELETE CASCADE,
        CONSTRAINT press_quote_link_made_by_fkey FOREIGN KEY (made_by) REFERENCES person (id),
        CONSTRAINT press_quote_link_times_check CHECK (expires_at > created_at)
      );
      CREATE INDEX press_quote_link_quote_idx ON press_quote_link (visit_id, organisation, created_at);
      CREATE INDEX press_quote_link_email_idx ON press_quote_link (email, created_at) WHERE email IS NOT NULL;
      CREATE INDEX press_quote_link_created_idx ON press_quote_link (created_at);
      CREATE INDEX press_quote_link_made_by_idx ON press_quote_link (made_by);
      COMMENT ON TABLE press_quote_link IS 'Links by which heads give their quotes without an account; the newest of a quote alone is good, and only a hash of the secret is kept.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'DROP TABLE press_quote_link; DROP TABLE press_quote; DROP TABLE press_point; DROP TABLE press_revision; DROP TABLE press_text',
    );
  }
}
