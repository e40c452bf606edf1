import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { found } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { localDate } from '../../platform/text/dates.js';
import { notRenamed, renamed, type UnitLifeRow } from '../../units/index.js';
import { endsUnit } from '../domain/unit-change.js';
import { changeSentence } from '../domain/unit-change-words.js';
import type { UnitChangeRow } from '../storage/unit-change-repository.js';
import { ChangeBook } from './change-book.js';
import { Foretell } from './foretell.js';
import { TellChange } from './tell-change.js';
import { TurnUnits } from './turn-units.js';

/** Decides a change: from now on it is known to come, and what is due holds at once. */
@Injectable()
export class Determine {
  constructor(
    private readonly clock: Clock,
    private readonly book: ChangeBook,
    private readonly foretell: Foretell,
    private readonly told: TellChange,
    private readonly turn: TurnUnits,
  ) {}

  /**
   * In the open transaction of whoever judged that it can be made.
   *
   * @param seen ids of the visits to come that were shown
   * @throws UnitChangeError `unit-change-unseen`
   */
  async execute(actor: Actor, change: UnitChangeRow, seen: readonly string[], reason = ''): Promise<void> {
    const visits = await this.foretell.visitsOf(change);
    this.foretell.assertSeen(visits, seen);
    const sentence = changeSentence(found(await this.book.facts.byId(change.id)));
    const decided: UnitChangeRow = {
      ...change,
      state: 'decided',
      decidedBy: actor.personId,
      decidedAt: this.clock.now(),
      decisionReason: reason,
      version: change.version + 1,
    };
    await this.book.changes.save(decided);
    await this.announce(decided);
    await this.turn.ifDue(decided);
    await this.foretell.tell(actor, change, visits, sentence);
    await this.told.execute(actor, change.id, 'decided', { visits: visits.length });
  }

  /** Takes back what was to come, in the open transaction. */
  async undo(change: UnitChangeRow): Promise<void> {
    const row = await this.unitOf(change);
    if (!row) return;
    if (endsUnit(change)) await this.book.register.saveEnd(row.code, null, null);
    if (change.kind === 'renamed') {
      const names = notRenamed(row.names, change.effectiveOn, this.today(change));
      await this.book.register.saveNames(row.code, names);
    }
  }

  /** Lets the unit know what is to come of it. */
  private async announce(change: UnitChangeRow): Promise<void> {
    const row = await this.unitOf(change);
    if (!row) return;
    if (endsUnit(change)) await this.book.register.saveEnd(row.code, change.effectiveOn, change.successor);
    if (change.kind === 'renamed' && change.name !== null && change.type !== null) {
      const style = { name: change.name, type: change.type, class: change.class };
      await this.book.register.saveNames(
        row.code,
        renamed(row.names, change.effectiveOn, style, this.today(change)),
      );
    }
  }

  private unitOf({ unit }: UnitChangeRow): Promise<UnitLifeRow | null> {
    return unit === null ? Promise.resolve(null) : this.book.register.lock(unit);
  }

  private today({ timeZone }: UnitChangeRow): string {
    return localDate(this.clock.now(), timeZone);
  }
}
