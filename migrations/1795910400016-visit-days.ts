import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notes and photos of the day itself, as they come. */
export class VisitDays1795910400016 implements MigrationInterface {
  name = 'VisitDays1795910400016';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE visit_entry (
        id uuid CONSTRAINT visit_entry_pkey PRIMARY KEY,
        visit_id uuid NOT NULL CONSTRAINT visit_entry_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
        author uuid NOT NULL CONSTRAINT visit_entry_author_fkey REFERENCES person (id),
        author_unit text NOT NULL CONSTRAINT visit_entry_author_unit_fkey REFERENCES unit (code),
        kind text NOT NULL,
        text text NOT NULL,
        photo bytea,
        thumbnail bytea,
        width integer,
        height integer,
        cleared boolean NOT NULL DEFAULT false,
        head_cleared_by uuid CONSTRAINT visit_entry_head_cleared_by_fkey REFERENCES person (id),
        head_cleared_at timestamptz,
        entered_at timestamptz NOT NULL,
        received_at timestamptz NOT NULL,
        removed_at timestamptz,
        CONSTRAINT visit_entry_kind_check CHECK (kind IN ('note', 'photo')),
        CONSTRAINT visit_entry_content_check CHECK (
          CASE WHEN removed_at IS NOT NULL THEN text = '' AND photo IS NULL AND thumbnail IS NULL
          WHEN kind = 'note' THEN text <> '' AND photo IS NULL AND thumbnail IS NULL
          ELSE photo IS NOT NULL AND thumbnail IS NOT NULL AND width > 0 AND height > 0 END),
        CONSTRAINT visit_entry_text_check CHECK (char_length(text) <= 4000),
        CONSTRAINT visit_entry_photo_check CHECK (octet_length(photo) <= 4194304),
        CONSTRAINT visit_entry_head_cleared_check CHECK (
          (head_cleared_by IS NULL) = (head_cleared_at IS NULL) AND (head_cleared_by IS NULL OR cleared)),
        CONSTRAINT visit_entry_entered_check CHECK (entered_at <= received_at),
        CONSTRAINT visit_entry_entered_at_range_check CHECK (
          entered_at >= TIMESTAMPTZ '2000-01-01 00:00:00+00' AND entered_at < TIMESTAMPTZ '2101-01-01 00:00:00+00')
      );
      -- Photos are compressed already; before PostgreSQL 16 no CREATE TABLE can say so.
      ALTER TABLE visit_entry ALTER COLUMN photo SET STORAGE EXTERNAL;
      ALTER TABLE visit_entry ALTER COLUMN thumbnail SET STORAGE EXTERNAL;
      CREATE INDEX visit_entry_visit_id_idx ON visit_entry (visit_id, entered_at);
      COMMENT ON TABLE visit_entry IS 'Notes and photos of the day of a visit.';
      COMMENT ON COLUMN visit_entry.id IS 'Made by the device, so that what it sends again is stored once.';
      COMMENT ON COLUMN visit_entry.author_unit IS 'Unit of the author at that time.';
      COMMENT ON COLUMN visit_entry.text IS 'The note, or what the photo shows.';
      COMMENT ON COLUMN visit_entry.width IS 'Pixels of the photo.';
      COMMENT ON COLUMN visit_entry.cleared IS 'Whether its author says that others may see the photo.';
      COMMENT ON COLUMN visit_entry.head_cleared_by IS 'Head of the host who said so too, as at an LPKA it takes.';
      COMMENT ON COLUMN visit_entry.entered_at IS 'By the device''s clock, no later than it was received.';
      COMMENT ON COLUMN visit_entry.removed_at IS 'What it said is forgotten then; its id stays.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE visit_entry');
  }
}
