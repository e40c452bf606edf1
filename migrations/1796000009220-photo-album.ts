import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The album of a visit: its order, the photos that go on, whole pictures, and those that notes took over. */
export class PhotoAlbum1796000009220 implements MigrationInterface {
  name = 'PhotoAlbum1796000009220';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE visit_entry
        ADD position integer,
        ADD chosen boolean NOT NULL DEFAULT false,
        ADD blurs integer NOT NULL DEFAULT 0,
        ADD CONSTRAINT visit_entry_position_check CHECK (position IS NULL OR (position > 0 AND kind = 'photo')) NOT VALID,
        ADD CONSTRAINT visit_entry_chosen_check CHECK (NOT chosen OR (kind = 'photo' AND removed_at IS NULL)) NOT VALID,
        ADD CONSTRAINT visit_entry_blurs_check CHECK (blurs >= 0 AND (blurs = 0 OR kind = 'photo')) NOT VALID;
      ALTER TABLE visit_entry VALIDATE CONSTRAINT visit_entry_position_check;
      ALTER TABLE visit_entry VALIDATE CONSTRAINT visit_entry_chosen_check;
      ALTER TABLE visit_entry VALIDATE CONSTRAINT visit_entry_blurs_check;
      COMMENT ON COLUMN visit_entry.position IS 'Place in the album once somebody put its photos in order; those without one follow by time.';
      COMMENT ON COLUMN visit_entry.chosen IS 'Whether the photo goes on into report, summary, press text and note; the first of them is the cover.';
      COMMENT ON COLUMN visit_entry.blurs IS 'How often parts of the photo were blurred: the version of its picture.';

      CREATE TABLE visit_album (
        visit_id uuid CONSTRAINT visit_album_pkey PRIMARY KEY
          CONSTRAINT visit_album_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
        version integer NOT NULL,
        CONSTRAINT visit_album_version_check CHECK (version > 0)
      );
      COMMENT ON TABLE visit_album IS 'The version of a visit''s album: raised when photos are described, ordered, chosen, blurred or removed.';

      CREATE TABLE visit_photo_original (
        entry_id uuid CONSTRAINT visit_photo_original_pkey PRIMARY KEY
          CONSTRAINT visit_photo_original_entry_id_fkey REFERENCES visit_entry (id) ON DELETE CASCADE,
        content bytea NOT NULL,
        sha256 text NOT NULL,
        width integer NOT NULL,
        height integer NOT NULL,
        CONSTRAINT visit_photo_original_content_check CHECK (octet_length(content) BETWEEN 1 AND 10485760),
        CONSTRAINT visit_photo_original_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        CONSTRAINT visit_photo_original_size_check CHECK (width > 0 AND height > 0)
      );
      ALTER TABLE visit_photo_original ALTER COLUMN content SET STORAGE EXTERNAL;
      COMMENT ON TABLE visit_photo_original IS 'Photos as large as they came, as JPEG, upright and without what the camera wrote into them.';

      CREATE TABLE photo_in_note (
        picture_id uuid CONSTRAINT photo_in_note_pkey PRIMARY KEY
          CONSTRAINT photo_in_note_picture_id_fkey REFERENCES note_picture (id) ON DELETE CASCADE,
        entry_id uuid NOT NULL CONSTRAINT photo_in_note_entry_id_fkey REFERENCES visit_entry (id) ON DELETE CASCADE
      );
      CREATE INDEX photo_in_note_entry_id_idx ON photo_in_note (entry_id);
      COMMENT ON TABLE photo_in_note IS 'Pictures of notes that were taken over from an album: they are blurred and removed along with their photo.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE photo_in_note;
      DROP TABLE visit_photo_original;
      DROP TABLE visit_album;
      ALTER TABLE visit_entry DROP COLUMN position, DROP COLUMN chosen, DROP COLUMN blurs;
    `);
  }
}
