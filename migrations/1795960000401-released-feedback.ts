import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReleasedFeedback1795960000401 implements MigrationInterface {
  name = 'ReleasedFeedback1795960000401';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE feedback_release (
        id uuid CONSTRAINT feedback_release_pkey PRIMARY KEY,
        visit_id uuid NOT NULL CONSTRAINT feedback_release_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
        participant_id uuid CONSTRAINT feedback_release_participant_id_fkey
          REFERENCES visit_participant (id) ON DELETE SET NULL,
        usefulness integer NOT NULL,
        to_copy text NOT NULL,
        to_improve text NOT NULL,
        may_name boolean NOT NULL,
        CONSTRAINT feedback_release_usefulness_check CHECK (usefulness BETWEEN 1 AND 5),
        CONSTRAINT feedback_release_participant_key UNIQUE (participant_id)
      );
      CREATE INDEX feedback_release_visit_idx ON feedback_release (visit_id);
      COMMENT ON TABLE feedback_release IS
        'Feedback as it is shown, renewed when that of three participants at least differs.';
      COMMENT ON COLUMN feedback_release.participant_id IS 'Null when no longer among the participants.';

      CREATE TABLE feedback_welcome_release (
        id uuid CONSTRAINT feedback_welcome_release_pkey PRIMARY KEY,
        visit_id uuid NOT NULL CONSTRAINT feedback_welcome_release_visit_id_fkey
          REFERENCES visit (id) ON DELETE CASCADE,
        participant_id uuid CONSTRAINT feedback_welcome_release_participant_id_fkey
          REFERENCES visit_participant (id) ON DELETE SET NULL,
        usefulness integer NOT NULL,
        welcome integer NOT NULL,
        CONSTRAINT feedback_welcome_release_usefulness_check CHECK (usefulness BETWEEN 1 AND 5),
        CONSTRAINT feedback_welcome_release_welcome_check CHECK (welcome BETWEEN 1 AND 5),
        CONSTRAINT feedback_welcome_release_participant_key UNIQUE (participant_id)
      );
      CREATE INDEX feedback_welcome_release_visit_idx ON feedback_welcome_release (visit_id);
      COMMENT ON TABLE feedback_welcome_release IS
        'The marks of those who judged the host, as they are shown; renewed like feedback_release, by themselves.';
    `);
    await queryRunner.query(`
      INSERT INTO feedback_release (id, visit_id, participant_id, usefulness, to_copy, to_improve, may_name)
      SELECT gen_random_uuid(), p.visit_id, f.participant_id, f.usefulness, f.to_copy, f.to_improve, f.may_name
      FROM feedback f JOIN visit_participant p ON p.id = f.participant_id
      WHERE (SELECT count(*) FROM feedback x JOIN visit_participant y ON y.id = x.participant_id
        WHERE y.visit_id = p.visit_id) >= 3`);
    await queryRunner.query(`
      INSERT INTO feedback_welcome_release (id, visit_id, participant_id, usefulness, welcome)
      SELECT gen_random_uuid(), p.visit_id, f.participant_id, f.usefulness, f.welcome
      FROM feedback f JOIN visit_participant p ON p.id = f.participant_id
      WHERE f.welcome IS NOT NULL AND (SELECT count(x.welcome) FROM feedback x
        JOIN visit_participant y ON y.id = x.participant_id WHERE y.visit_id = p.visit_id) >= 3`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE feedback_welcome_release, feedback_release');
  }
}
