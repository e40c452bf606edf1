import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who confirmed a position is a person, whose name is asked when it is shown; a name that several have tells nobody. */
export class PositionConfirmers1795990005003 implements MigrationInterface {
  name = 'PositionConfirmers1795990005003';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE unit DROP CONSTRAINT unit_position_confirmed_check;
      UPDATE unit u SET position_confirmed_by = (
        SELECT min(p.id::text) FROM person p WHERE p.name = u.position_confirmed_by HAVING count(*) = 1)
        WHERE u.position_confirmed_by IS NOT NULL;
      ALTER TABLE unit ALTER position_confirmed_by TYPE uuid USING position_confirmed_by::uuid;
      ALTER TABLE unit ADD CONSTRAINT unit_position_confirmed_check CHECK (
        (position_confirmed_by IS NULL OR position_confirmed_at IS NOT NULL)
        AND (position_confirmed_at IS NULL OR latitude IS NOT NULL)
      );
      COMMENT ON COLUMN unit.position_confirmed_by IS 'Person who confirmed it; null where that is not known any more.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE unit DROP CONSTRAINT unit_position_confirmed_check;
      ALTER TABLE unit ALTER position_confirmed_by TYPE text USING position_confirmed_by::text;
      UPDATE unit u SET position_confirmed_by =
          coalesce((SELECT p.name FROM person p WHERE p.id::text = u.position_confirmed_by), '')
        WHERE u.position_confirmed_at IS NOT NULL;
      ALTER TABLE unit ADD CONSTRAINT unit_position_confirmed_check CHECK (
        (position_confirmed_at IS NULL) = (position_confirmed_by IS NULL)
        AND (position_confirmed_at IS NULL OR latitude IS NOT NULL)
      );
      COMMENT ON COLUMN unit.position_confirmed_by IS 'Name of who confirmed it, as of then.';
    `);
  }
}
