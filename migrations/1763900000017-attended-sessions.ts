import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AttendedSessions1763900000017 implements MigrationInterface {
  name = 'AttendedSessions1763900000017';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- Participants who come for some sessions only. Sessions are stored anew with every save of an agenda and keep
      -- their ids, so that no foreign key can point at them.
      CREATE TABLE participant_session (
        participant_id uuid NOT NULL CONSTRAINT participant_session_participant_id_fkey
          REFERENCES visit_participant (id) ON DELETE CASCADE,
        session_id uuid NOT NULL,
        CONSTRAINT participant_session_pkey PRIMARY KEY (participant_id, session_id)
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE participant_session');
  }
}
