import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SetupItems1795970000703 implements MigrationInterface {
  name = 'SetupItems1795970000703';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE setup_dismissal (
        person_id uuid NOT NULL
          CONSTRAINT setup_dismissal_person_id_fkey REFERENCES person (id) ON DELETE CASCADE,
        item text NOT NULL CONSTRAINT setup_dismissal_item_check CHECK (length(item) BETWEEN 1 AND 100),
        dismissed_at timestamptz NOT NULL,
        CONSTRAINT setup_dismissal_pkey PRIMARY KEY (person_id, item)
      );
      COMMENT ON TABLE setup_dismissal IS 'What of setting up somebody put away from the start page.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE setup_dismissal');
  }
}
