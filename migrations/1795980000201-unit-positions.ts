import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Web page and postcode of units, and who confirmed where they are. */
export class UnitPositions1795980000201 implements MigrationInterface {
  name = 'UnitPositions1795980000201';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE unit
        ADD position_confirmed_at timestamptz,
        ADD position_confirmed_by text,
        ADD web_page text,
        ADD postcode text,
        ADD CONSTRAINT unit_postcode_check CHECK (postcode ~ '^[0-9]{5}$'),
        ADD CONSTRAINT unit_position_confirmed_check CHECK (
          (position_confirmed_at IS NULL) = (position_confirmed_by IS NULL)
          AND (position_confirmed_at IS NULL OR latitude IS NOT NULL)
        );
      COMMENT ON COLUMN unit.address IS 'Street and number.';
      COMMENT ON COLUMN unit.position_confirmed_at IS 'When somebody compared the position with a map; null while it is only about there.';
      COMMENT ON COLUMN unit.position_confirmed_by IS 'Name of who confirmed it, as of then.';

      -- What was confirmed was that position and no other.
      CREATE FUNCTION unit_position_unconfirm() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.position_confirmed_at := NULL;
        NEW.position_confirmed_by := NULL;
        RETURN NEW;
      END $$;
      CREATE TRIGGER unit_position_trigger BEFORE UPDATE OF latitude, longitude ON unit FOR EACH ROW
        WHEN ((OLD.latitude, OLD.longitude) IS DISTINCT FROM (NEW.latitude, NEW.longitude))
        EXECUTE FUNCTION unit_position_unconfirm();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER unit_position_trigger ON unit;
      DROP FUNCTION unit_position_unconfirm();
      COMMENT ON COLUMN unit.address IS NULL;
      ALTER TABLE unit DROP CONSTRAINT unit_position_confirmed_check, DROP CONSTRAINT unit_postcode_check,
        DROP postcode, DROP web_page, DROP position_confirmed_by, DROP position_confirmed_at;
    `);
  }
}
