import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the tables are made with: extensions of PostgreSQL, and the order in which Indonesians read names. */
export class Extensions1795910400001 implements MigrationInterface {
  name = 'Extensions1795910400001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE EXTENSION IF NOT EXISTS btree_gist;
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE EXTENSION IF NOT EXISTS unaccent;

      CREATE COLLATION indonesian (provider = icu, locale = 'id-ID');
      COMMENT ON COLLATION indonesian IS
        'Of names and titles that lists are sorted by; equality, LIKE and unique keys go by the bytes all the same.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    // Extensions stay: whoever keeps the database may have had them before, or use them elsewhere.
    await queryRunner.query('DROP COLLATION indonesian');
  }
}
