import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found } from '../../platform/http/request-error.js';
import type { Candidate, SweepRange } from '../../platform/jobs/sweep.js';
import { localDate } from '../../platform/text/dates.js';
import { defaultPolicy, rolled, UnitRegister } from '../../units/index.js';
import { endsUnit } from '../domain/unit-change.js';
import { DueUnitChanges } from '../queries/due-unit-changes.js';
import { UnitChangeRepository, type UnitChangeRow } from '../storage/unit-change-repository.js';
import { Inherit } from './inherit.js';

/** Carries out what was decided of units, on its day where the unit is. */
@Injectable()
export class TurnUnits {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly due: DueUnitChanges,
    private readonly changes: UnitChangeRepository,
    private readonly register: UnitRegister,
    private readonly inherit: Inherit,
  ) {}

  async find(range: SweepRange): Promise<Candidate[]> {
    const ids = await this.due.execute(this.clock.now(), range);
    return ids.map((id) => ({ key: id, due: () => [] }));
  }

  /** Nothing for what is not decided, or whose day has not come. */
  async one(id: string): Promise<void> {
    await this.database.transaction(async () => {
      const change = await this.changes.lock(id);
      if (change) await this.ifDue(change);
    });
  }

  /** In the open transaction. */
  async ifDue(change: UnitChangeRow): Promise<void> {
    const now = this.clock.now();
    const today = localDate(now, change.timeZone);
    if (change.state !== 'decided' || change.effectiveOn > today) return;
    await this.carryOut(change, today);
    await this.changes.save({ ...change, state: 'done', doneAt: now, version: change.version + 1 });
  }

  private async carryOut(change: UnitChangeRow, today: string): Promise<void> {
    const { unit, successor, opens, effectiveOn } = change;
    if (unit !== null) {
      const row = found(await this.register.lock(unit));
      if (change.kind === 'renamed') await this.register.saveNames(unit, rolled(row.names, today));
      if (endsUnit(change)) await this.register.end(unit);
      if (successor !== null) await this.inherit.execute(change, successor);
    }
    for (const opened of opens) await this.register.open(opened, effectiveOn, defaultPolicy);
  }
}
