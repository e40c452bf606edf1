import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { entities, tablesWithoutEntity } from '../../config/data-source.js';
import { HolidayEntity } from '../../src/units/storage/holiday.entity.js';
import { INDONESIAN } from '../../src/platform/database/collation.js';
import { entityFaults } from '../../src/platform/database/entity-schema.js';
import { createDatabase } from '../support/database.js';

const unmapped = Object.keys(tablesWithoutEntity);
const KIND = `kind IN ('public-holiday', 'collective-leave')`;
const RANGE = `date BETWEEN '2000-01-01' AND '2100-12-31'`;

@Entity('holiday')
@Check('holiday_kind_check', KIND)
@Check('holiday_date_range_check', RANGE)
class Misspelt {
  @PrimaryColumn('date')
  date: string;

  @Column('text')
  nmae: string;

  @Column('text')
  kind: string;
}

@Entity('holiday')
@Check('holiday_kind_check', KIND)
@Check('holiday_date_range_check', RANGE)
class Nullable {
  @PrimaryColumn('date')
  date: string;

  @Column({ type: 'text', nullable: true })
  name: string | null;

  @Column('text')
  kind: string;
}

@Entity('holiday')
@Check('holiday_kind_check', KIND)
@Check('holiday_date_range_check', RANGE)
class WrongType {
  @PrimaryColumn('timestamptz')
  date: Date;

  @Column('text')
  name: string;

  @Column('text')
  kind: string;
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

@Entity('holiday')
@Check('holiday_kind_check', KIND)
@Check('holiday_date_range_check', RANGE)
@Index('holiday_name_idx', { synchronize: false })
class ForgottenIndex {
  @PrimaryColumn('date')
  date: string;

  @Column('text')
  name: string;

  @Column('text')
  kind: string;
}

@Entity('holiday')
@Check('holiday_kind_check', KIND)
@Check('holiday_date_range_check', RANGE)
class Referring {
  @PrimaryColumn('date')
  date: string;

  @Column('text')
  name: string;

  @ForeignKey('unit', 'code')
  @Column('text')
  kind: string;
}

@Entity('holiday')
@Check('holiday_kind_check', KIND)
@Check('holiday_date_range_check', RANGE)
class OtherOrder {
  @PrimaryColumn('date')
  date: string;

  @Column({ type: 'text', collation: INDONESIAN })
  name: string;

  @Column('text')
  kind: string;
}

describe('Entities and the migrated schema', () => {
  let database: Awaited<ReturnType<typeof createDatabase>>;
  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(() => database.drop());

  const faultsOf = (planted: new () => object, without = unmapped): Promise<string[]> => {
    const others = entities.filter((entity) => entity !== HolidayEntity);
    return entityFaults(database.url, [...others, planted], without);
  };

  test('are one', async () => {
    expect(await entityFaults(database.url, entities, unmapped)).toEqual([]);
  });

  test.each([
    [
      'a misspelt column',
      Misspelt,
      ['holiday: migrated name text NOT NULL', 'holiday: entity nmae text NOT NULL'],
    ],
    [
      'the wrong nullability',
      Nullable,
      ['holiday: migrated name text NOT NULL', 'holiday: entity name text'],
    ],
    [
      'another order of texts',
      OtherOrder,
      [
        'TypeORM would run: ALTER TABLE "holiday" ALTER COLUMN "name" TYPE text COLLATE "indonesian"',
        'holiday: entity name text COLLATE indonesian NOT NULL',
      ],
    ],
    [
      'the wrong type',
      WrongType,
      ['holiday: migrated date date NOT NULL', 'holiday: entity date timestamp with time zone NOT NULL'],
    ],
    [
      'a closed set of other values, which TypeORM does not see',
      NarrowerSet,
      [
        "holiday: migrated CONSTRAINT holiday_kind_check CHECK ((kind = ANY (ARRAY['public-holiday'::text, 'collective-leave'::text])))",
        "holiday: entity CONSTRAINT holiday_kind_check CHECK ((kind = 'public-holiday'::text))",
      ],
    ],
    ['an index that no migration makes', ForgottenIndex, ['holiday_name_idx: no index']],
    [
      'a reference that no migration makes',
      Referring,
      ['holiday: entity CONSTRAINT holiday_kind_fkey FOREIGN KEY (kind) REFERENCES unit(code)'],
    ],
  ])('differ by %s', async (_, planted, faults) => {
    const found = await faultsOf(planted);
    expect(found).toEqual(expect.arrayContaining(faults));
  });

  test('TypeORM itself would change what it sees', async () => {
    expect((await faultsOf(Misspelt)).filter((fault) => fault.startsWith('TypeORM would run:'))).not.toEqual(
      [],
    );
  });

  test('a table without an entity is told, and so is an excuse without a table', async () => {
    const others = entities.filter((entity) => entity !== HolidayEntity);
    expect(await entityFaults(database.url, others, [...unmapped, 'gone'])).toEqual([
      'holiday: no entity',
      'gone: no table',
    ]);
  });
});
