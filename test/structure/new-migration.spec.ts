import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { entities, tablesWithoutEntity } from '../../config/data-source.js';
import { makeMigration } from '../../src/commands/migration/make-migration.js';
import { schemaSnapshot } from '../../src/platform/database/schema-snapshot.js';
import { HolidayEntity } from '../../src/units/storage/holiday.entity.js';
import { createDatabase } from '../support/database.js';

const KIND = `kind IN ('public-holiday', 'collective-leave')`;
const RANGE = `date BETWEEN '2000-01-01' AND '2100-12-31'`;

@Entity('holiday')
@Check('holiday_kind_check', KIND)
@Check('holiday_date_range_check', RANGE)
@Index('holiday_name_idx', ['name', 'position'])
class WithPosition {
  @PrimaryColumn('date')
  date: string;

  @Column('text')
  name: string;

  @Column('text')
  kind: string;

  @Column({ type: 'integer', default: 1 })
  position: number;
}

@Entity('holiday')
@Check('holiday_kind_check', `kind IN ('public-holiday')`)
@Check('holiday_date_range_check', RANGE)
class NarrowerSet {
  @PrimaryColumn('date')
  date: string;

  @Column('text')
  name: string;

  @Column('text')
  kind: string;
}

describe('A migration of what the entities say otherwise', () => {
  let database: Awaited<ReturnType<typeof createDatabase>>;
  let folder: string;
  beforeEach(async () => {
    database = await createDatabase();
    folder = await mkdtemp(join(tmpdir(), 'sambang-migrations-'));
    await cp('migrations/index.ts', join(folder, 'index.ts'));
  });
  afterEach(async () => {
    await database.drop();
    await rm(folder, { recursive: true });
  });

  const make = (planted: new () => object, timestamp = 1_900_000_000_000) =>
    makeMigration({
      url: database.url,
      name: 'places-of-holidays',
      timestamp,
      entities: [...entities.filter((entity) => entity !== HolidayEntity), planted],
      withoutEntity: Object.keys(tablesWithoutEntity),
      folder,
    });

  test('says a new column and index both ways, stands in the list, and leaves the database as it was', async () => {
    const before = await schemaSnapshot(database.url);
    const made = await make(WithPosition);
    const file = join(folder, '1900000000000-places-of-holidays.ts');
    expect(made).toEqual({ file, unseen: [], isReversible: true });
    expect(await readFile(file, 'utf8')).toBe(`import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Places of holidays. */
export class PlacesOfHolidays1900000000000 implements MigrationInterface {
  name = 'PlacesOfHolidays1900000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(\`
      ALTER TABLE holiday ADD "position" integer NOT NULL DEFAULT '1';
      CREATE INDEX holiday_name_idx ON holiday  (name, "position");
    \`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(\`
      DROP INDEX public.holiday_name_idx;
      ALTER TABLE holiday DROP COLUMN "position";
    \`);
  }
}
`);
    const index = await readFile(join(folder, 'index.ts'), 'utf8');
    expect(index).toContain(
      "import { PlacesOfHolidays1900000000000 } from './1900000000000-places-of-holidays.js';\n\n/**",
    );
    expect(index.endsWith('\n  PlacesOfHolidays1900000000000,\n];\n')).toBe(true);
    expect(await schemaSnapshot(database.url)).toBe(before);
  }, 60_000);

  test('comes after the newest of the list, whatever the clock of who writes it', async () => {
    const newest = Math.max(
      ...(await readdir('migrations')).filter((file) => /^\d/.test(file)).map((file) => parseInt(file, 10)),
    );
    const { file } = await make(WithPosition, 1_700_000_000_000);
    expect(file).toBe(join(folder, `${newest + 1}-places-of-holidays.ts`));
  }, 60_000);

  test('is not written where TypeORM sees no difference, and what it does not see is told', async () => {
    const index = await readFile(join(folder, 'index.ts'), 'utf8');
    const { file, unseen } = await make(NarrowerSet);
    expect(file).toBeNull();
    expect(unseen).toContain(
      "holiday: entity CONSTRAINT holiday_kind_check CHECK ((kind = 'public-holiday'::text))",
    );
    expect(await readdir(folder)).toEqual(['index.ts']);
    expect(await readFile(join(folder, 'index.ts'), 'utf8')).toBe(index);
    expect(await make(HolidayEntity)).toEqual({ file: null, unseen: [], isReversible: true });
  }, 60_000);
});
