import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { can } from '../../platform/security/capabilities.js';
import { newId } from '../../platform/text/tokens.js';
import type { DisplacedVisit } from '../domain/displaced-visits.js';
import { UnitError } from '../domain/error-codes.js';
import { checkPeriod, holdsBetween, MOST_PERIODS, type PeriodTerms } from '../domain/hosting-period.js';
import { describePeriodFault } from '../domain/policy-faults.js';
import { changeableParts } from '../domain/policies.js';
import { ListPeriods } from '../queries/list-periods.js';
import { UnitFacts } from '../queries/unit-facts.js';
import { HostingPeriodRepository, type KeptPeriod } from '../storage/hosting-period-repository.js';
import { AgreedVisits } from './agreed-visits.js';
import { FindDisplaced } from './find-displaced.js';

/** What is known of a period that is changed: its id and the version that was seen. */
export type SeenPeriod = Pick<KeptPeriod, 'id' | 'version'>;

/** Keeps the periods in which guests are received at other hours: of one unit, or of all. */
@Injectable()
export class KeepPeriods {
  constructor(
    private readonly database: Database,
    private readonly periods: HostingPeriodRepository,
    private readonly lists: ListPeriods,
    private readonly units: UnitFacts,
    private readonly displaced: FindDisplaced,
    private readonly agreed: AgreedVisits,
  ) {}

  /** @throws RequestError `not-found` for a unit that does not exist, `not-allowed` */
  async assertMay(actor: Actor, unit: string | null): Promise<void> {
    if (unit === null) {
      if (!can(actor, 'reference.keep')) throw new RequestError('not-allowed');
      return;
    }
    const parts = changeableParts(found(await this.units.byCode(unit)), actor);
    if (!parts.includes('hosting')) throw new RequestError('not-allowed');
  }

  /** Which agreed visits a period would displace, before it is saved. @throws UnitError `hosting-period-unsound` */
  displacedBy(unit: string | null, id: string | null, terms: PeriodTerms | null): Promise<DisplacedVisit[]> {
    if (terms) assertSound(terms);
    const known = id ?? newId();
    const period = terms && { ...terms, id: known, national: unit === null };
    return this.displaced.byPeriod(unit, { id: known, period });
  }

  /**
   * Adds a period; units with agreed visits that it leaves without a time are told.
   *
   * @param unit null for every unit
   * @param seen ids of the displaced visits that were shown
   * @returns its id
   * @throws UnitError `hosting-period-unsound`, `hosting-periods-overlap`, `visits-displaced` where one was not shown
   * @throws RequestError `not-found`, `not-allowed`
   */
  async add(actor: Actor, unit: string | null, terms: PeriodTerms, seen: readonly string[]): Promise<string> {
    return this.database.transaction(async () => {
      await this.assertMay(actor, unit);
      const id = newId();
      await this.save(actor, { id, unit, version: 1 }, terms, seen);
      return id;
    });
  }

  /** Changes a period. @throws as `add`, and UnitError `hosting-period-changed` */
  async change(actor: Actor, asked: SeenPeriod, terms: PeriodTerms, seen: readonly string[]): Promise<void> {
    await this.database.transaction(async () => {
      const period = await this.lock(actor, asked);
      await this.save(actor, { ...period, version: period.version + 1 }, terms, seen);
    });
  }

  /** Ends a period: the hours that hold without it hold again. @throws as `change` */
  async remove(actor: Actor, asked: SeenPeriod, seen: readonly string[]): Promise<void> {
    await this.database.transaction(async () => {
      const { id, unit } = await this.lock(actor, asked);
      await this.agreed.displace(actor, await this.displacedBy(unit, id, null), seen);
      await this.periods.remove(id);
    });
  }

  private async lock(actor: Actor, { id, version }: SeenPeriod): Promise<KeptPeriod> {
    const period = found(await this.periods.lock(id));
    await this.assertMay(actor, period.unit);
    if (period.version !== version) {
      throw new UnitError('hosting-period-changed', { current: { version: period.version } });
    }
    return period;
  }

  private async save(
    actor: Actor,
    period: KeptPeriod,
    terms: PeriodTerms,
    seen: readonly string[],
  ): Promise<void> {
    assertSound(terms);
    const others = (await this.lists.of(period.unit)).filter(
      ({ id, unit }) => id !== period.id && unit === period.unit,
    );
    if (others.length >= MOST_PERIODS) throw new UnitError('hosting-periods-full');
    if (others.some((other) => holdsBetween(other, terms.from, terms.until))) {
      throw new UnitError('hosting-periods-overlap', {}, [overlapping]);
    }
    await this.agreed.displace(actor, await this.displacedBy(period.unit, period.id, terms), seen);
    await this.periods.put(period, terms);
  }
}

const overlapping = { field: 'from', message: 'bertumpuk dengan masa lain' };

function assertSound(terms: PeriodTerms): void {
  const faults = checkPeriod(terms).map(describePeriodFault);
  if (faults.length > 0) throw new UnitError('hosting-period-unsound', {}, faults);
}
