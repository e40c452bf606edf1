import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import type { Zone } from '../../platform/text/zones.js';
import { MergedOrganisationEntity, PartnerNameEntity } from './partner-name.entity.js';
import { UnitEntity } from './unit.entity.js';

/** A partner as it is written down first. */
export interface NewPartner {
  code: string;
  name: string;
  place: string;
  timeZone: Zone;
}

/** Outside partners by their names; of names, see `partnerKey`. */
@Injectable()
export class PartnerRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(UnitEntity) private readonly units: Rows<UnitEntity>,
    @InjectRepository(PartnerNameEntity) private readonly names: Rows<PartnerNameEntity>,
    @InjectRepository(MergedOrganisationEntity) private readonly merged: Rows<MergedOrganisationEntity>,
  ) {}

  /** The partner that goes by a name. */
  async byKey(key: string): Promise<{ code: string; name: string } | null> {
    const [row] = await this.database.query<{ code: string; name: string }>(
      'SELECT u.code, u.name FROM partner_name n JOIN unit u ON u.code = n.partner WHERE n.key = $1',
      [key],
    );
    return row ?? null;
  }

  /** Writes a partner down. @returns whether it was; not where the code is taken, or the name by somebody who was faster */
  async add(partner: NewPartner, key: string): Promise<boolean> {
    if ((await this.units.insertMissing({ ...partner, kind: 'partner' })) === 0) return false;
    if ((await this.names.insertMissing({ key, partner: partner.code })) > 0) return true;
    await this.units.delete({ code: partner.code });
    return false;
  }

  isTaken(code: string): Promise<boolean> {
    return this.units.exists({ code });
  }

  /** Remembers what a partner is called, too. @returns whether no other partner is called so */
  async learn(partner: string, keys: readonly string[]): Promise<boolean> {
    await this.names.insertMissing(...keys.map((key) => ({ key, partner })));
    const taken = await this.database.query<{ partner: string }>(
      'SELECT partner FROM partner_name WHERE key = ANY ($1) AND partner <> $2',
      [keys, partner],
    );
    return taken.length === 0;
  }

  /** What a partner was called on other days than today. */
  async formerNames(code: string): Promise<string[]> {
    const rows = await this.database.query<{ name: string }>(
      'SELECT DISTINCT name FROM unit_name WHERE unit = $1 ORDER BY name',
      [code],
    );
    return rows.map(({ name }) => name);
  }

  /** Lets a partner go on as another, by whose code it is found from now on; nothing else may refer to it any more. */
  async becomes(gone: { code: string; name: string }, into: string, by: string, at: Date): Promise<void> {
    const { code, name } = gone;
    await this.names.update({ partner: code }, { partner: into });
    await this.merged.update({ became: code }, { became: into });
    await this.merged.insert({ code, name, became: into, mergedByName: by, mergedAt: at });
    await this.database.query('DELETE FROM unit_name WHERE unit = $1', [code]);
    await this.units.delete({ code });
  }
}
