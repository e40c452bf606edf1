import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The signed copy of a letter, which hangs on its line: also on that of a trip, and read by whoever reads the letter. */
export class LetterCopies1796000009201 implements MigrationInterface {
  name = 'LetterCopies1796000009201';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE letter_copy (
        letter_id uuid NOT NULL,
        name text NOT NULL,
        media_type text NOT NULL,
        size integer NOT NULL,
        stored text NOT NULL,
        added_by uuid NOT NULL,
        added_at timestamp with time zone NOT NULL,
        CONSTRAINT letter_copy_pkey PRIMARY KEY (letter_id),
        CONSTRAINT letter_copy_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letter (id) ON DELETE CASCADE,
        CONSTRAINT letter_copy_stored_fkey FOREIGN KEY (stored) REFERENCES stored_file (sha256),
        CONSTRAINT letter_copy_added_by_fkey FOREIGN KEY (added_by) REFERENCES person (id),
        CONSTRAINT letter_copy_name_check CHECK (name <> ''),
        CONSTRAINT letter_copy_size_check CHECK (size BETWEEN 1 AND 20971520)
      );
      CREATE INDEX letter_copy_stored_idx ON letter_copy (stored);
      CREATE INDEX letter_copy_added_by_idx ON letter_copy (added_by);
      CREATE TRIGGER letter_copy_holds AFTER INSERT OR UPDATE OF stored OR DELETE ON letter_copy
        FOR EACH ROW EXECUTE FUNCTION count_file_holders();
      COMMENT ON TABLE letter_copy IS 'The signed copy of a letter.';
      COMMENT ON COLUMN letter_copy.stored IS 'The object that holds its bytes.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE letter_copy');
  }
}
