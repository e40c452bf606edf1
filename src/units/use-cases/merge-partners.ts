import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { can } from '../../platform/security/capabilities.js';
import { UnitError } from '../domain/error-codes.js';
import { unitFields } from '../domain/unit-fields.js';
import { PartnerRepository } from '../storage/partner-repository.js';
import { UnitRepository, type UnitRow } from '../storage/unit-repository.js';
import { OrganisationHoldings, type HeldCount } from './organisation-holdings.js';

/** What putting one partner together with another would move. */
export interface MergePreview {
  from: UnitRow;
  into: UnitRow;
  held: HeldCount[];
}

/** Puts two entries of one outside partner together: all that was kept under one is under the other, which keeps its names. */
@Injectable()
export class MergePartners {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly units: UnitRepository,
    private readonly partners: PartnerRepository,
    private readonly holdings: OrganisationHoldings,
  ) {}

  /** @throws UnitError, RequestError as `execute`, but for the version */
  preview(actor: Actor, code: string, intoCode: string): Promise<MergePreview> {
    return this.database.transaction(async () => {
      const { from, into } = await this.both(actor, code, intoCode);
      return { from, into, held: await this.holdings.countsOf(code) };
    });
  }

  /**
   * @param version of the one that goes, as the caller saw it
   * @throws UnitError `organisation-not-mergeable` for what is no partner or the same, `unit-changed`
   * @throws RequestError `not-found`, `not-allowed` for all but administrators
   */
  execute(actor: Actor, code: string, intoCode: string, version: number): Promise<void> {
    return this.database.transaction(async () => {
      const { from, into } = await this.both(actor, code, intoCode);
      if (from.version !== version) {
        throw new UnitError('unit-changed', { current: { version: from.version } });
      }
      const former = await this.partners.formerNames(code);
      await this.holdings.move(actor, from, into);
      await this.partners.becomes(from, intoCode, actor.name, this.clock.now());
      const names = [...into.aliases, from.name, ...former, ...from.aliases];
      const aliases = [...new Set(names)]
        .filter((name) => name !== into.name)
        .slice(0, unitFields.aliases.most);
      await this.units.save({ ...completed(into, from), aliases, version: into.version + 1 });
    });
  }

  /** Both, locked in the order of their codes. */
  private async both(actor: Actor, code: string, into: string): Promise<Pick<MergePreview, 'from' | 'into'>> {
    if (!can(actor, 'reference.keep')) throw new RequestError('not-allowed');
    if (code === into) throw notMergeable('Pilih mitra lain');
    const rows = new Map<string, UnitRow>();
    for (const each of [code, into].sort()) {
      const row = await this.units.lock(each);
      if (each === into && !row) throw notMergeable('Mitra ini tidak ada');
      rows.set(each, found(row));
    }
    const [from, other] = [found(rows.get(code) ?? null), found(rows.get(into) ?? null)];
    if (from.kind !== 'partner' || other.kind !== 'partner') throw notMergeable('Pilih mitra luar');
    return { from, into: other };
  }
}

const notMergeable = (message: string): UnitError =>
  new UnitError('organisation-not-mergeable', {}, [{ field: 'into', message }]);

/** What is known of the one that goes and not of the other. */
const completed = (into: UnitRow, from: UnitRow): UnitRow => ({
  ...into,
  place: into.place || from.place,
  email: into.email ?? from.email,
  phone: into.phone ?? from.phone,
  address: into.address ?? from.address,
});
