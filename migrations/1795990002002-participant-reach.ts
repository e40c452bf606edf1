import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was told of a visit otherwise than by mail. */
export class ParticipantReach1795990002002 implements MigrationInterface {
  name = 'ParticipantReach1795990002002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE participant_reach (
        participant_id uuid NOT NULL REFERENCES visit_participant ON DELETE CASCADE,
        sequence integer NOT NULL,
        reached_at timestamptz NOT NULL,
        reached_by uuid NOT NULL REFERENCES person,
        reached_by_name text NOT NULL,
        PRIMARY KEY (participant_id, sequence)
      );
      COMMENT ON TABLE participant_reach IS 'Participants whom somebody told of a visit otherwise than by mail.';
      COMMENT ON COLUMN participant_reach.sequence IS
        'The visit''s SEQUENCE then: who was told of an old time or place was not told of the new one.';
      COMMENT ON COLUMN participant_reach.reached_by IS 'Who says that they told them.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE participant_reach');
  }
}
