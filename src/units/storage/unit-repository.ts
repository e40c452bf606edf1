import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { MoreThanOrEqual } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import type { ClosedDay, HostingPolicy } from '../domain/hosting-policy.js';
import { namesOf, type NamesWith } from '../../platform/text/field-description.js';
import { unitFields, type UnitField } from '../domain/unit-fields.js';
import { ClosedDayEntity, HostingPolicyEntity, HostingWindowEntity } from './hosting-policy.entity.js';
import { KindRepository } from './kind-repository.js';
import { UnitEntity } from './unit.entity.js';

/** What is kept of a unit beside what it says of itself, and whether a change of it asks for that. */
const kept = {
  code: true,
  kind: true,
  type: false,
  subtype: false,
  class: false,
  regionalOffice: true,
  timeZone: true,
  areaGroup: false,
  positionConfirmedAt: false,
  positionConfirmedBy: false,
  openedOn: false,
  closedOn: false,
  active: false,
  successor: false,
  heir: false,
  version: true,
} as const satisfies Record<Exclude<keyof UnitEntity, UnitField>, boolean>;
type Asked = NamesWith<typeof kept, true>;
const columns = [
  ...(Object.keys(kept) as (keyof typeof kept)[]).filter((name): name is Asked => kept[name]),
  ...namesOf(unitFields),
];

/** What a unit is and how it is reached. */
export type UnitRow = Pick<UnitEntity, (typeof columns)[number]>;

/** Units with their former names, hosting policy and closed days. */
@Injectable()
export class UnitRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(UnitEntity) private readonly units: Rows<UnitEntity>,
    @InjectRepository(HostingPolicyEntity) private readonly policies: Rows<HostingPolicyEntity>,
    @InjectRepository(HostingWindowEntity) private readonly windows: Rows<HostingWindowEntity>,
    @InjectRepository(ClosedDayEntity) private readonly closedDays: Rows<ClosedDayEntity>,
    readonly kinds: KindRepository,
  ) {}

  lock(code: string): Promise<UnitRow | null> {
    return this.units.findOne(columns, { code }, { lock: true });
  }

  /** Its kind and regional office stay. */
  async save({ code, kind: _kind, regionalOffice: _, ...unit }: UnitRow): Promise<void> {
    await this.units.update({ code }, unit);
  }

  /**
   * Remembers what a unit is called now as what it was called until a day, which is not itself inside; nothing where it
   * has been called so since that very day.
   *
   * @param until calendar date
   */
  async rememberName(code: string, until: string): Promise<void> {
    await this.database.query(
      `INSERT INTO unit_name (unit, during, name, type, class)
       SELECT u.code, daterange(since.day, $2::date), u.name, u.type, u.class FROM unit u CROSS JOIN LATERAL (
         SELECT max(upper(n.during)) AS day FROM unit_name n WHERE n.unit = u.code AND upper(n.during) <= $2::date) since
       WHERE u.code = $1 AND since.day IS DISTINCT FROM $2::date`,
      [code, until],
    );
  }

  /** That a person, by its id, looked at a map and found the unit where it is said to be. */
  async confirmPosition(code: string, by: string, at: Date, version: number): Promise<void> {
    await this.units.update({ code }, { positionConfirmedAt: at, positionConfirmedBy: by, version });
  }

  async savePolicy(code: string, { windows, ...policy }: HostingPolicy): Promise<void> {
    const values: Omit<HostingPolicyEntity, 'unit'> = policy;
    await this.policies.update({ unit: code }, values);
    await this.windows.delete({ unit: code });
    await this.windows.insert(...windows.map((window) => ({ unit: code, ...window })));
  }

  /** Puts these closed days in place of all from a calendar date on. */
  async saveClosedDays(code: string, from: string, days: readonly ClosedDay[]): Promise<void> {
    await this.closedDays.delete({ unit: code, date: MoreThanOrEqual(from) });
    await this.closedDays.put({ key: ['unit', 'date'] }, ...days.map((day) => ({ unit: code, ...day })));
  }
}
