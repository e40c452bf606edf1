import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AnswerLinks1763900000012 implements MigrationInterface {
  name = 'AnswerLinks1763900000012';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE answer_link (
        token_hash text CONSTRAINT answer_link_pkey PRIMARY KEY,
        participant_id uuid NOT NULL
          CONSTRAINT answer_link_participant_id_fkey REFERENCES visit_participant (id) ON DELETE CASCADE,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX answer_link_participant_idx ON answer_link (participant_id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE answer_link');
  }
}
