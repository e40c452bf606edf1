import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { UnitError } from '../domain/error-codes.js';
import { changeableParts } from '../domain/policies.js';
import { UnitRepository } from '../storage/unit-repository.js';

/** Confirms that somebody looked at a map and found a unit where it is said to be, so that calendars may lead there. */
@Injectable()
export class ConfirmPosition {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly units: UnitRepository,
  ) {}

  /**
   * @param version what the caller saw
   * @throws UnitError `unit-changed`, `position-unknown`
   * @throws RequestError `not-found`, `not-allowed`
   */
  async execute(actor: Actor, code: string, version: number): Promise<void> {
    await this.database.transaction(async () => {
      const unit = found(await this.units.lock(code));
      if (!changeableParts(unit, actor).includes('contact')) throw new RequestError('not-allowed');
      if (unit.version !== version)
        throw new UnitError('unit-changed', { current: { version: unit.version } });
      if (unit.latitude === null) throw new UnitError('position-unknown');
      await this.units.confirmPosition(code, actor.personId, this.clock.now(), version + 1);
    });
  }
}
