import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stands on the papers of a unit or a regional office, and who signs for it when. */
export class OfficePapers1796000009010 implements MigrationInterface {
  name = 'OfficePapers1796000009010';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE emblem (
        sha256 text NOT NULL,
        content bytea NOT NULL,
        CONSTRAINT emblem_pkey PRIMARY KEY (sha256)
      );
      COMMENT ON TABLE emblem IS 'Pictures above letterheads, each kept once: what stood on a letter stays.';
      COMMENT ON COLUMN emblem.content IS 'PNG, written anew from what was sent.';

      CREATE TABLE office_paper (
        organisation text NOT NULL,
        letterhead text[] DEFAULT '{}' NOT NULL,
        emblem text,
        place_of_signing text,
        copies text[] DEFAULT '{}' NOT NULL,
        classification_code text,
        number_code text,
        number_pattern text,
        version integer DEFAULT 1 NOT NULL,
        CONSTRAINT office_paper_pkey PRIMARY KEY (organisation),
        CONSTRAINT office_paper_organisation_fkey FOREIGN KEY (organisation) REFERENCES unit (code),
        CONSTRAINT office_paper_emblem_fkey FOREIGN KEY (emblem) REFERENCES emblem (sha256),
        CONSTRAINT office_paper_letterhead_check CHECK (cardinality(letterhead) <= 6)
      );
      COMMENT ON TABLE office_paper IS 'What stands on the papers of an organisation; a row once somebody said something.';
      CREATE INDEX office_paper_emblem_idx ON office_paper (emblem) WHERE emblem IS NOT NULL;

      CREATE TABLE signer (
        id uuid NOT NULL,
        organisation text NOT NULL,
        kind text NOT NULL,
        name text NOT NULL,
        "position" text NOT NULL,
        nip text,
        rank text,
        from_on date NOT NULL,
        until_on date,
        version integer DEFAULT 1 NOT NULL,
        CONSTRAINT signer_pkey PRIMARY KEY (id),
        CONSTRAINT signer_organisation_fkey FOREIGN KEY (organisation) REFERENCES unit (code),
        CONSTRAINT signer_kind_check CHECK (kind IN ('head', 'plt', 'plh')),
        CONSTRAINT signer_nip_check CHECK (nip ~ '^[0-9]{18}$'),
        CONSTRAINT signer_order_check CHECK (from_on <= until_on AND (kind = 'head' OR until_on IS NOT NULL)),
        CONSTRAINT signer_from_on_range_check CHECK (from_on >= '2000-01-01' AND from_on <= '2100-12-31'),
        CONSTRAINT signer_until_on_range_check CHECK (until_on >= '2000-01-01' AND until_on <= '2100-12-31'),
        CONSTRAINT signer_no_overlap_excl EXCLUDE USING gist (organisation WITH =,
          (CASE WHEN kind = 'head' THEN 'head' ELSE 'acting' END) WITH =, daterange(from_on, until_on, '[]') WITH &&)
      );
      CREATE INDEX signer_organisation_idx ON signer (organisation, from_on);
      COMMENT ON TABLE signer IS 'Who signs for an organisation: its head, or who acts in the place of one; by date.';
      COMMENT ON COLUMN signer.nip IS 'NIP, 18 digits; shown whole on official papers only.';
      COMMENT ON COLUMN signer.until_on IS 'The last date, itself inside; null for a head who has not gone.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE signer; DROP TABLE office_paper; DROP TABLE emblem');
  }
}
