import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What visits and notes are about, as one text each that any part of is found in by an index. */
export class Matters1796000008004 implements MigrationInterface {
  name = 'Matters1796000008004';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- array_to_string is only stable because of types whose texts depend on settings; those of text do not.
      CREATE FUNCTION matter_of(topics text[], VARIADIC texts text[]) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
      BEGIN
        RETURN array_to_string(texts || topics, ' ');
      END $$;
      CREATE INDEX visit_matter_idx ON visit USING gin (matter_of(topics, title, purpose) gin_trgm_ops);
      CREATE INDEX note_matter_idx ON note
        USING gin (matter_of(topics, title, context, what_was_done, how_to_copy, result) gin_trgm_ops);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `DROP INDEX note_matter_idx, visit_matter_idx; DROP FUNCTION matter_of(text[], text[])`,
    );
  }
}
