import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When units open and close, into which they merge, and for which the merged ones count. */
export class UnitLives1795980000202 implements MigrationInterface {
  name = 'UnitLives1795980000202';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE unit
        ADD opened_on date,
        ADD closed_on date,
        ADD active boolean NOT NULL DEFAULT true,
        ADD successor text,
        ADD heir text;
      UPDATE unit SET heir = code;
      ALTER TABLE unit
        ALTER heir SET NOT NULL,
        ADD CONSTRAINT unit_successor_fkey FOREIGN KEY (successor) REFERENCES unit (code),
        ADD CONSTRAINT unit_heir_fkey FOREIGN KEY (heir) REFERENCES unit (code),
        ADD CONSTRAINT unit_opened_on_range_check CHECK (opened_on >= '2000-01-01' AND opened_on <= '2100-12-31'),
        ADD CONSTRAINT unit_closed_on_range_check CHECK (closed_on >= '2000-01-01' AND closed_on <= '2100-12-31'),
        ADD CONSTRAINT unit_life_check CHECK (
          (opened_on IS NULL OR closed_on IS NULL OR opened_on < closed_on)
          AND (active OR closed_on IS NOT NULL)
          AND (successor IS NULL OR closed_on IS NOT NULL AND successor <> code)
          AND (heir = code OR NOT active AND successor IS NOT NULL)
        );
      CREATE INDEX unit_heir_idx ON unit (heir);
      CREATE INDEX unit_successor_idx ON unit (successor) WHERE successor IS NOT NULL;
      COMMENT ON COLUMN unit.opened_on IS 'First calendar date of its life; null for long ago.';
      COMMENT ON COLUMN unit.closed_on IS 'First calendar date on which it is no more; null for one that lives on.';
      COMMENT ON COLUMN unit.active IS 'Whether it is a unit today; its closing ends it on its day.';
      COMMENT ON COLUMN unit.successor IS 'The unit into which it merges or merged.';
      COMMENT ON COLUMN unit.heir IS 'The unit for which it counts today: itself, or the last of those into which it merged.';

      CREATE FUNCTION unit_own_heir() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.heir := coalesce(NEW.heir, NEW.code);
        RETURN NEW;
      END $$;
      CREATE TRIGGER unit_heir_trigger BEFORE INSERT ON unit FOR EACH ROW EXECUTE FUNCTION unit_own_heir();
    `);
    await queryRunner.query(changes);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE unit_change;
      DROP TRIGGER unit_heir_trigger ON unit;
      DROP FUNCTION unit_own_heir();
      ALTER TABLE unit DROP heir, DROP successor, DROP active, DROP closed_on, DROP opened_on;
    `);
  }
}

const changes = `
  CREATE TABLE unit_change (
    id uuid CONSTRAINT unit_change_pkey PRIMARY KEY,
    kind text NOT NULL,
    state text NOT NULL,
    effective_on date NOT NULL,
    regional_office text NOT NULL CONSTRAINT unit_change_regional_office_fkey REFERENCES regional_office (code),
    time_zone text NOT NULL,
    unit text CONSTRAINT unit_change_unit_fkey REFERENCES unit (code),
    successor text CONSTRAINT unit_change_successor_fkey REFERENCES unit (code),
    name text COLLATE indonesian,
    type text CONSTRAINT unit_change_type_fkey REFERENCES unit_type (code),
    class text,
    opens jsonb NOT NULL DEFAULT '[]',
    ends_origin boolean NOT NULL DEFAULT false,
    calls_off boolean NOT NULL DEFAULT false,
    moves_people boolean NOT NULL DEFAULT false,
    decree text NOT NULL,
    reason text NOT NULL,
    proposed_by uuid NOT NULL CONSTRAINT unit_change_proposed_by_fkey REFERENCES person (id),
    proposed_at timestamptz NOT NULL,
    decided_by uuid CONSTRAINT unit_change_decided_by_fkey REFERENCES person (id),
    decided_at timestamptz,
    decision_reason text NOT NULL DEFAULT '',
    done_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT unit_change_kind_check CHECK (kind IN ('opened', 'closed', 'merged', 'split', 'renamed')),
    CONSTRAINT unit_change_state_check CHECK (state IN ('proposed', 'decided', 'refused', 'withdrawn', 'done')),
    CONSTRAINT unit_change_time_zone_check
      CHECK (time_zone IN ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
    CONSTRAINT unit_change_effective_on_range_check
      CHECK (effective_on >= '2000-01-01' AND effective_on <= '2100-12-31'),
    CONSTRAINT unit_change_parts_check CHECK (
      (kind = 'opened') = (unit IS NULL)
      AND (kind = 'merged') = (successor IS NOT NULL)
      AND (kind = 'renamed') = (name IS NOT NULL AND type IS NOT NULL)
      AND (kind IN ('opened', 'split')) = (opens <> '[]')
      AND (successor IS NULL OR successor <> unit)
    ),
    CONSTRAINT unit_change_decided_check CHECK (
      (decided_by IS NULL) = (decided_at IS NULL)
      AND (state NOT IN ('decided', 'refused', 'done') OR decided_by IS NOT NULL)
      AND (state <> 'refused' OR decision_reason <> '')
      AND (state = 'done') = (done_at IS NOT NULL)
    )
  );
  CREATE UNIQUE INDEX unit_change_pending_key ON unit_change (unit, kind) WHERE state IN ('proposed', 'decided');
  CREATE INDEX unit_change_unit_idx ON unit_change (unit);
  CREATE INDEX unit_change_successor_idx ON unit_change (successor) WHERE successor IS NOT NULL;
  CREATE INDEX unit_change_type_idx ON unit_change (type) WHERE type IS NOT NULL;
  CREATE INDEX unit_change_proposed_by_idx ON unit_change (proposed_by);
  CREATE INDEX unit_change_decided_by_idx ON unit_change (decided_by);
  CREATE INDEX unit_change_due_idx ON unit_change (id) WHERE state = 'decided';
  CREATE INDEX unit_change_list_idx ON unit_change (effective_on, id);
  CREATE INDEX unit_change_office_idx ON unit_change (regional_office, effective_on, id);
  COMMENT ON TABLE unit_change IS 'What becomes of units: opened, closed, merged into another, split, renamed.';
  COMMENT ON COLUMN unit_change.effective_on IS 'Calendar date in the unit''s zone from which it holds.';
  COMMENT ON COLUMN unit_change.regional_office IS 'The region in which it happens.';
  COMMENT ON COLUMN unit_change.unit IS 'The unit that changes; null for a new one.';
  COMMENT ON COLUMN unit_change.name IS 'What it is called from then on, with its type and class.';
  COMMENT ON COLUMN unit_change.opens IS 'New units: code, name, type, class, place, regionalOffice, timeZone.';
  COMMENT ON COLUMN unit_change.ends_origin IS 'Whether the unit that is split closes.';
  COMMENT ON COLUMN unit_change.calls_off IS 'Whether agreed visits from that date on are called off.';
  COMMENT ON COLUMN unit_change.moves_people IS 'Whether the accounts of a unit that merges move to the successor.';
  COMMENT ON COLUMN unit_change.decree IS 'Number of the decree; empty for none.';
`;
