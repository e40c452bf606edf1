import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import { defaultPolicy } from '../domain/hosting-policy.js';
import { kindsWith } from '../domain/organisation-kinds.js';
import { HostingPolicyEntity, HostingWindowEntity } from './hosting-policy.entity.js';
import { UnitEntity } from './unit.entity.js';

export type NewOrganisationRow = Pick<
  UnitEntity,
  'code' | 'kind' | 'name' | 'place' | 'timeZone' | 'aliases' | 'email' | 'phone' | 'address'
>;

/** Organisations that administrators write down. */
@Injectable()
export class OrganisationRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(UnitEntity) private readonly units: Rows<UnitEntity>,
    @InjectRepository(HostingPolicyEntity) private readonly policies: Rows<HostingPolicyEntity>,
    @InjectRepository(HostingWindowEntity) private readonly windows: Rows<HostingWindowEntity>,
  ) {}

  /** With the usual hosting rules where its kind receives guests. */
  async add(organisation: NewOrganisationRow): Promise<void> {
    await this.units.insert(organisation);
    if (!kindsWith('mayHost').includes(organisation.kind)) return;
    const { windows, ...policy } = defaultPolicy;
    const unit = organisation.code;
    await this.policies.insert({ unit, ...policy });
    await this.windows.insert(...windows.map((window) => ({ unit, ...window })));
  }

  /** Whether another organisation of the kind has exactly this name, whatever the case. */
  async isNameTaken({ code, kind, name }: Pick<UnitEntity, 'code' | 'kind' | 'name'>): Promise<boolean> {
    const rows = await this.database.query<{ code: string }>(
      'SELECT code FROM unit WHERE lower(name) = lower($1) AND code <> $2 AND kind = $3 LIMIT 1',
      [name.trim(), code, kind],
    );
    return rows.length > 0;
  }
}
