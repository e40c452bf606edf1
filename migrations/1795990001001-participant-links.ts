import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A link in an invitation leads to its participant's page for the visit's whole life; one that ended stays known. */
export class ParticipantLinks1795990001001 implements MigrationInterface {
  name = 'ParticipantLinks1795990001001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE answer_link RENAME TO participant_link;
      ALTER TABLE participant_link RENAME CONSTRAINT answer_link_pkey TO participant_link_pkey;
      ALTER TABLE participant_link
        RENAME CONSTRAINT answer_link_participant_id_fkey TO participant_link_participant_id_fkey;
      ALTER INDEX answer_link_participant_idx RENAME TO participant_link_participant_idx;
      ALTER TABLE participant_link ADD ended_at timestamptz;
      COMMENT ON TABLE participant_link IS
        'Links to the pages of participants, which need no account; each mail has one of its own.';
      COMMENT ON COLUMN participant_link.ended_at IS
        'When links were sent anew and this one ended; its holder may still ask for another.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM participant_link WHERE ended_at IS NOT NULL;
      ALTER TABLE participant_link DROP ended_at;
      ALTER INDEX participant_link_participant_idx RENAME TO answer_link_participant_idx;
      ALTER TABLE participant_link
        RENAME CONSTRAINT participant_link_participant_id_fkey TO answer_link_participant_id_fkey;
      ALTER TABLE participant_link RENAME CONSTRAINT participant_link_pkey TO answer_link_pkey;
      ALTER TABLE participant_link RENAME TO answer_link;
      COMMENT ON TABLE answer_link IS 'Links by which participants answer without an account.';
    `);
  }
}
