import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From when on a host calls somebody late, and whether those who come sign on its screen. */
export class ArrivalSettings1796000009101 implements MigrationInterface {
  name = 'ArrivalSettings1796000009101';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE hosting_policy
        ADD late_minutes integer NOT NULL DEFAULT 15
          CONSTRAINT hosting_policy_late_minutes_check CHECK (late_minutes BETWEEN 0 AND 240),
        ADD takes_signatures boolean NOT NULL DEFAULT false;
      COMMENT ON COLUMN hosting_policy.late_minutes IS 'Minutes after the start from which somebody who arrives is late.';
      COMMENT ON COLUMN hosting_policy.takes_signatures IS 'Whether those who come sign by finger on a screen of the host.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE hosting_policy DROP COLUMN late_minutes, DROP COLUMN takes_signatures`,
    );
  }
}
