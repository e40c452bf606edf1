import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor, Role } from '../../platform/security/actor.js';
import { NATIONAL_ZONE } from '../../platform/text/zones.js';

/** Somebody who may take what a colleague leaves. */
export interface Colleague {
  id: string;
  name: string;
  email: string;
  phone: string | null;
  position: string | null;
  rank: string | null;
  nip: string | null;
  role: Role;
  unit: string | null;
  regionalOffice: string | null;
}

/** Who works where somebody works. */
@Injectable()
export class Colleagues {
  constructor(private readonly database: Database) {}

  /** Others of the same unit or office, or else of neither, whose accounts are not suspended; by name. */
  of({ id, unit, regionalOffice }: Pick<Colleague, 'id' | 'unit' | 'regionalOffice'>): Promise<Colleague[]> {
    return this.database.query(
      `SELECT id, name, email, phone, position, rank, nip, role, unit, regional_office AS "regionalOffice" FROM person
       WHERE unit IS NOT DISTINCT FROM $2 AND regional_office IS NOT DISTINCT FROM $3 AND id <> $1
         AND suspended_at IS NULL ORDER BY name, id`,
      [id, unit, regionalOffice],
    );
  }

  /** Somebody as the rules see them. */
  async asActor(id: string): Promise<Actor | null> {
    const [row] = await this.database.query<Actor>(
      `SELECT p.id AS "personId", p.name, p.email, p.role, p.unit,
         coalesce(p.regional_office, u.regional_office) AS "regionalOffice",
         coalesce(u.name, o.short_name) AS "placeName",
         coalesce(u.time_zone, o.time_zone, '${NATIONAL_ZONE}') AS "timeZone"
       FROM person p LEFT JOIN unit u ON u.code = p.unit LEFT JOIN regional_office o ON o.code = p.regional_office
       WHERE p.id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** Name of the unit or office where somebody works; empty for neither. */
  async placeName({ unit, regionalOffice }: Pick<Colleague, 'unit' | 'regionalOffice'>): Promise<string> {
    const [row] = await this.database.query<{ name: string }>(
      `SELECT name FROM unit WHERE code = $1 UNION ALL SELECT name FROM regional_office WHERE code = $2`,
      [unit, regionalOffice],
    );
    return row?.name ?? '';
  }
}
