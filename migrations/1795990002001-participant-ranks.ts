import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lists of official papers say of somebody beside the name. */
export class ParticipantRanks1795990002001 implements MigrationInterface {
  name = 'ParticipantRanks1795990002001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE visit_participant
        ADD nip text CONSTRAINT visit_participant_nip_check CHECK (nip ~ '^[0-9]{18}$'),
        ADD rank text,
        ADD position text;
      COMMENT ON COLUMN visit_participant.nip IS 'NIP, 18 digits; shown whole on official papers only.';
      COMMENT ON COLUMN visit_participant.rank IS 'Pangkat and golongan, as they were written.';
      COMMENT ON COLUMN visit_participant.position IS 'As what they work, where that is told apart from the office.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'ALTER TABLE visit_participant DROP COLUMN position, DROP COLUMN rank, DROP COLUMN nip',
    );
  }
}
