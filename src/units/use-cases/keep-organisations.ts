import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { can } from '../../platform/security/capabilities.js';
import { localDate } from '../../platform/text/dates.js';
import { newId } from '../../platform/text/tokens.js';
import type { Zone } from '../../platform/text/zones.js';
import { UnitError } from '../domain/error-codes.js';
import { kindsWith, type OrganisationKind } from '../domain/organisation-kinds.js';
import { organisationCode, partnerKey } from '../domain/partner-names.js';
import { OrganisationRepository } from '../storage/organisation-repository.js';
import { PartnerRepository } from '../storage/partner-repository.js';
import { UnitRepository, type UnitRow } from '../storage/unit-repository.js';

/** What an administrator says of an organisation that is neither a UPT nor a Kanwil. */
export interface OrganisationValues {
  name: string;
  place: string;
  timeZone: Zone;
  aliases: string[];
  email: string | null;
  phone: string | null;
  address: string | null;
}

export type NewOrganisation = OrganisationValues & { kind: OrganisationKind };

/** Directorates of the centre and outside partners, as the administrator keeps them. */
@Injectable()
export class KeepOrganisations {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly units: UnitRepository,
    private readonly organisations: OrganisationRepository,
    private readonly partners: PartnerRepository,
  ) {}

  /**
   * @returns its code
   * @throws UnitError `organisation-not-kept` for a UPT or a Kanwil, `partner-name-empty`, `organisation-name-taken`
   * @throws RequestError `not-allowed` for all but administrators
   */
  add(actor: Actor, { kind, ...values }: NewOrganisation): Promise<string> {
    if (!can(actor, 'reference.keep')) throw new RequestError('not-allowed');
    assertKept(kind);
    return this.database.transaction(async () => {
      const prefix = kind === 'partner' ? 'partner' : 'pusat';
      const wanted = organisationCode(prefix, values.name);
      const code = (await this.partners.isTaken(wanted)) ? `${wanted}-${newId().slice(-8)}` : wanted;
      await this.assertNew({ code, kind, name: values.name });
      await this.organisations.add({ code, kind, ...values });
      if (kind === 'partner') await this.learn(code, values);
      return code;
    });
  }

  /**
   * @param change what is left out stays
   * @throws UnitError as `add`, and `unit-changed`
   * @throws RequestError `not-found`, `not-allowed`
   */
  change(actor: Actor, code: string, version: number, change: Partial<OrganisationValues>): Promise<void> {
    if (!can(actor, 'reference.keep')) throw new RequestError('not-allowed');
    return this.database.transaction(async () => {
      const row = found(await this.units.lock(code));
      assertKept(row.kind);
      if (row.version !== version) {
        throw new UnitError('unit-changed', { current: { version: row.version } });
      }
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      const changed: UnitRow = { ...row, ...given };
      if (changed.name !== row.name) {
        await this.assertNew(changed);
        await this.units.rememberName(code, localDate(this.clock.now(), row.timeZone));
      }
      await this.units.save({ ...changed, version: version + 1 });
      if (row.kind === 'partner') await this.learn(code, changed);
    });
  }

  private async assertNew(row: Pick<UnitRow, 'code' | 'kind' | 'name'>): Promise<void> {
    if (partnerKey(row.name) === '') {
      throw new UnitError('partner-name-empty', {}, [
        { field: 'name', message: 'Tulis namanya dengan huruf' },
      ]);
    }
    if (await this.organisations.isNameTaken(row)) throw taken('name');
  }

  /** A partner is found by what it is called, and no two are called alike. */
  private async learn(code: string, values: Pick<OrganisationValues, 'name' | 'aliases'>): Promise<void> {
    if (!(await this.partners.learn(code, [partnerKey(values.name)]))) throw taken('name');
    const others = values.aliases.map(partnerKey).filter((key) => key !== '');
    if (others.length > 0 && !(await this.partners.learn(code, others))) throw taken('aliases');
  }
}

function assertKept(kind: OrganisationKind): void {
  if (!kindsWith('isKept').includes(kind)) throw new UnitError('organisation-not-kept');
}

const taken = (field: string): UnitError =>
  new UnitError('organisation-name-taken', {}, [
    { field, message: 'Nama ini sudah dipakai organisasi lain' },
  ]);
