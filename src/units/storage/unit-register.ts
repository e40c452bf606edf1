import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import type { Zone } from '../../platform/text/zones.js';
import type { HostingPolicy } from '../domain/hosting-policy.js';
import type { NamedStretch, NameTimeline, UnitStyle } from '../domain/name-timeline.js';
import type { OrganisationKind } from '../domain/organisation-kinds.js';
import { HostingPolicyEntity, HostingWindowEntity } from './hosting-policy.entity.js';
import { UnitEntity } from './unit.entity.js';

/** What a unit is in the course of time. */
export interface UnitLifeRow {
  code: string;
  kind: OrganisationKind;
  /** How it is called today, and on other days. */
  names: NameTimeline;
  /** Null for who is of no region. */
  regionalOffice: string | null;
  timeZone: Zone;
  openedOn: string | null;
  closedOn: string | null;
  active: boolean;
}

/** A unit that there was not yet. */
export interface NewUnitRow extends UnitStyle {
  code: string;
  place: string;
  regionalOffice: string;
  timeZone: Zone;
}

interface StoredLife extends Omit<UnitLifeRow, 'names'>, Pick<UnitStyle, 'name' | 'class'> {
  type: string | null;
  others: NamedStretch[];
}

/** Units as they come, are called, and go. */
@Injectable()
export class UnitRegister {
  constructor(
    private readonly database: Database,
    @InjectRepository(UnitEntity) private readonly units: Rows<UnitEntity>,
    @InjectRepository(HostingPolicyEntity) private readonly policies: Rows<HostingPolicyEntity>,
    @InjectRepository(HostingWindowEntity) private readonly windows: Rows<HostingWindowEntity>,
  ) {}

  async byCode(code: string): Promise<UnitLifeRow | null> {
    const [row] = await this.database.query<StoredLife>(
      `SELECT u.code, u.kind, u.name, u.type, u.class, u.regional_office AS "regionalOffice", u.time_zone AS "timeZone",
         u.opened_on::text AS "openedOn", u.closed_on::text AS "closedOn", u.active,
         coalesce((SELECT jsonb_agg(jsonb_build_object('name', n.name, 'type', coalesce(n.type, ''), 'class', n.class,
           'from', CASE WHEN NOT lower_inf(n.during) THEN lower(n.during) END,
           'until', CASE WHEN NOT upper_inf(n.during) THEN upper(n.during) END) ORDER BY n.during)
           FROM unit_name n WHERE n.unit = u.code), '[]') AS others
       FROM unit u WHERE u.code = $1`,
      [code],
    );
    if (!row) return null;
    const { name, type, class: unitClass, others, ...life } = row;
    return { ...life, names: { today: { name, type: type ?? '', class: unitClass }, others } };
  }

  /** The same, its row locked until the transaction ends; null for none. */
  async lock(code: string): Promise<UnitLifeRow | null> {
    const locked = await this.units.findOne(['code'], { code }, { lock: true });
    return locked && this.byCode(code);
  }

  /** Puts these names in place of all that it has. */
  async saveNames(code: string, { today, others }: NameTimeline): Promise<void> {
    await this.database.query('DELETE FROM unit_name WHERE unit = $1', [code]);
    await this.database.query(
      `INSERT INTO unit_name (unit, during, name, type, class)
       SELECT $1, daterange(n."from", n.until), n.name, nullif(n.type, ''), n.class
       FROM jsonb_to_recordset($2::jsonb) AS n("from" date, until date, name text, type text, class text)`,
      [code, JSON.stringify(others)],
    );
    await this.change(code, { name: today.name, type: today.type, class: today.class });
  }

  /** From when on it is no more, and into what it merges; both null for one that lives on. */
  async saveEnd(code: string, closedOn: string | null, successor: string | null): Promise<void> {
    await this.change(code, { closedOn, successor });
  }

  /** It is no more, from today on. */
  async end(code: string): Promise<void> {
    await this.change(code, { active: false });
  }

  /** From today on it counts for the successor, or for what that merged into, with all that merged into it before. */
  async inherit(code: string, successor: string): Promise<void> {
    await this.database.query(
      `UPDATE unit SET heir = s.heir, version = unit.version + 1 FROM unit s
       WHERE s.code = $2 AND unit.heir = $1`,
      [code, successor],
    );
  }

  /** A new unit, with the hosting rules that units begin with. */
  async open(unit: NewUnitRow, openedOn: string, { windows, ...policy }: HostingPolicy): Promise<void> {
    await this.database.query(
      `INSERT INTO unit (code, name, kind, type, class, place, regional_office, time_zone, opened_on)
       VALUES ($1, $2, 'upt', $3, $4, $5, $6, $7, $8)`,
      [
        ...[unit.code, unit.name, unit.type, unit.class, unit.place],
        ...[unit.regionalOffice, unit.timeZone, openedOn],
      ],
    );
    await this.policies.insert({ unit: unit.code, ...policy });
    await this.windows.insert(...windows.map((window) => ({ unit: unit.code, ...window })));
  }

  private async change(code: string, values: Parameters<Rows<UnitEntity>['update']>[1]): Promise<void> {
    await this.units.update({ code }, { ...values, version: () => 'version + 1' });
  }
}
