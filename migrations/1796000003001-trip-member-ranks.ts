import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who goes on a trip is written down as participants of a visit are: with position, rank and NIP. */
export class TripMemberRanks1796000003001 implements MigrationInterface {
  name = 'TripMemberRanks1796000003001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE trip_member RENAME COLUMN position TO line;
      ALTER TABLE trip_member
        ADD position text,
        ADD rank text,
        ADD nip text CONSTRAINT trip_member_nip_check CHECK (nip ~ '^[0-9]{18}$');
      COMMENT ON COLUMN trip_member.line IS 'At which line of the list they stand, from 0.';
      COMMENT ON COLUMN trip_member.position IS 'As what they work, where that is told apart from the office.';
      COMMENT ON COLUMN trip_member.rank IS 'Pangkat and golongan, as they were written.';
      COMMENT ON COLUMN trip_member.nip IS 'NIP, 18 digits; shown whole on official papers only.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE trip_member DROP COLUMN position, DROP COLUMN rank, DROP COLUMN nip;
      COMMENT ON COLUMN trip_member.line IS NULL;
      ALTER TABLE trip_member RENAME COLUMN line TO position;
    `);
  }
}
