import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { localDate } from '../../platform/text/dates.js';
import { UnitError } from '../domain/error-codes.js';
import { assertSoundKinds, changedPolicy, type PolicyChange } from '../domain/changed-policy.js';
import type { ClosedDay } from '../domain/hosting-policy.js';
import { saysSomething, type KindRule } from '../domain/kind-rules.js';
import { changeableParts, type UnitPart } from '../domain/policies.js';
import type { GivenContact, GivenIdentity } from '../domain/unit-fields.js';
import { UnitDetails, type UnitDetailsFact } from '../queries/unit-details.js';
import { UnitRepository } from '../storage/unit-repository.js';
import { AgreedVisits } from './agreed-visits.js';
import { FindDisplaced } from './find-displaced.js';

/** What is given of a unit; undefined stays as it is. */
export interface UnitChange {
  identity: GivenIdentity;
  contact: GivenContact;
  hostingPolicy?: PolicyChange | undefined;
  /** All closed days from today on. */
  closedDays?: ClosedDay[] | undefined;
  /** All rules for kinds of visits. */
  kinds?: KindRule[] | undefined;
  /** Ids of agreed visits that were shown to be displaced by it. */
  displaced: readonly string[];
}

const defined = <Fields extends object>(fields: Fields): Partial<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Fields>;

/** Changes what the reference data says of a unit, or how it receives guests; the units of agreed visits that are left without a time or place are told. */
@Injectable()
export class ChangeUnit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly details: UnitDetails,
    private readonly units: UnitRepository,
    private readonly displaced: FindDisplaced,
    private readonly agreed: AgreedVisits,
  ) {}

  /**
   * @param version what the caller saw
   * @throws UnitError `unit-changed`, `visits-displaced` where one was not shown, `hosting-policy-unsound` naming every fault
   * @throws RequestError `not-found`, `not-allowed`
   */
  async execute(actor: Actor, code: string, version: number, change: UnitChange): Promise<void> {
    await this.database.transaction(async () => {
      const unit = found(await this.units.lock(code));
      assertAllowed(changeableParts(unit, actor), change);
      if (unit.version !== version)
        throw new UnitError('unit-changed', { current: { version: unit.version } });
      const now = this.clock.now();
      const fact = found(await this.details.byCode(code, now));
      const today = localDate(now, fact.timeZone);
      assertSoundKinds(changedPolicy(fact.policy, change.hostingPolicy ?? {}), change.kinds ?? fact.kinds);
      const changed = { ...unit, ...defined(change.identity), ...defined(change.contact) };
      await this.agreed.displace(actor, await this.displaced.byHost(code, change), change.displaced);
      if (changed.name !== unit.name) await this.units.rememberName(code, today);
      await this.units.save({ ...changed, version: version + 1 });
      await this.saveHosting(fact, change, today);
    });
  }

  private async saveHosting(unit: UnitDetailsFact, change: UnitChange, today: string): Promise<void> {
    if (change.hostingPolicy) {
      await this.units.savePolicy(unit.code, changedPolicy(unit.policy, change.hostingPolicy));
    }
    if (change.closedDays) await this.units.saveClosedDays(unit.code, today, change.closedDays);
    if (change.kinds) await this.units.kinds.save(unit.code, change.kinds.filter(saysSomething));
  }
}

function assertAllowed(parts: readonly UnitPart[], change: UnitChange): void {
  const touched: [UnitPart, object | undefined][] = [
    ['identity', defined(change.identity)],
    ['contact', defined(change.contact)],
    ['hosting', defined({ policy: change.hostingPolicy, days: change.closedDays, kinds: change.kinds })],
  ];
  const refused = touched.some(
    ([part, fields]) => !parts.includes(part) && Object.keys(fields ?? {}).length > 0,
  );
  if (refused || parts.length === 0) throw new RequestError('not-allowed');
}
