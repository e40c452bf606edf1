import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import type { Zone } from '../../platform/text/zones.js';
import { newId } from '../../platform/text/tokens.js';
import { kindsWith, styleOn, type UnitLifeRow } from '../../units/index.js';
import { UnitChangeError } from '../domain/error-codes.js';
import { changeFaults } from '../domain/judge-change.js';
import type { GivenUnitChange, UnitChange } from '../domain/unit-change.js';
import { decidesChanges, mayWriteIn } from '../domain/unit-change-policies.js';
import type { TouchedVisit } from '../queries/touched-visits.js';
import type { UnitChangeRow } from '../storage/unit-change-repository.js';
import { ChangeBook } from './change-book.js';
import { Determine } from './determine.js';
import { Foretell } from './foretell.js';
import { TellChange } from './tell-change.js';

/** Writes down what becomes of units: an administrator decides it at once, a Kanwil proposes it for its region. */
@Injectable()
export class MakeUnitChange {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly book: ChangeBook,
    private readonly foretell: Foretell,
    private readonly determine: Determine,
    private readonly told: TellChange,
  ) {}

  /**
   * @param seen ids of the visits to come that were shown
   * @returns the id of the change
   * @throws UnitChangeError `unit-change-unfit` naming every fault, `unit-change-unseen`, `unit-change-pending`
   * @throws RequestError `not-allowed`
   */
  async execute(actor: Actor, given: GivenUnitChange, seen: readonly string[]): Promise<string> {
    return this.database.transaction(async () => {
      const change = await this.completed(given);
      const place = await this.placeOf(actor, change);
      await this.assertFit(change);
      const isDecider = decidesChanges(actor);
      const row = this.rowOf(actor, change, place);
      await this.book.changes.insert(row);
      if (isDecider) {
        await this.determine.execute(actor, row, seen);
      } else {
        const visits = await this.foretell.visitsOf(change);
        this.foretell.assertSeen(visits, seen);
        await this.told.execute(actor, row.id, 'proposed', { visits: visits.length });
      }
      return row.id;
    });
  }

  /** Visits to come that a change would touch, once it is sound. @throws UnitChangeError `unit-change-unfit`; RequestError `not-allowed` */
  async preview(actor: Actor, given: GivenUnitChange): Promise<TouchedVisit[]> {
    const change = await this.completed(given);
    await this.placeOf(actor, change);
    await this.assertFit(change);
    return this.foretell.visitsOf(change);
  }

  /** With what is left out of its new name as it is on that day. */
  private async completed(given: GivenUnitChange): Promise<UnitChange> {
    const unit = given.kind === 'renamed' && given.unit ? await this.book.register.byCode(given.unit) : null;
    const style = unit && styleOn(unit.names, given.effectiveOn);
    return {
      ...given,
      name: given.name ?? style?.name ?? null,
      type: given.type ?? style?.type ?? null,
      class: given.class === undefined ? (style?.class ?? null) : given.class,
    };
  }

  /** @throws UnitChangeError `unit-change-unfit` naming every fault */
  async assertFit(change: UnitChange): Promise<void> {
    const faults = changeFaults(change, await this.book.around.of(change));
    if (faults.length > 0) throw new UnitChangeError('unit-change-unfit', {}, faults);
  }

  /**
   * The region in which it happens; none where a directorate or a partner closes.
   *
   * @throws UnitChangeError `unit-change-unfit`
   * @throws RequestError `not-allowed`
   */
  private async placeOf(
    actor: Actor,
    change: UnitChange,
  ): Promise<{ regionalOffice: string | null; timeZone: Zone }> {
    const unit = change.unit === null ? null : await this.book.register.byCode(change.unit);
    const [opened] = change.opens;
    const place = change.unit === null ? opened : unit;
    const lies = place?.regionalOffice ?? null;
    if (!place || (lies === null && !(unit && mayCloseOutside(change, unit)))) {
      const field = change.unit === null ? 'opens' : 'unit';
      throw new UnitChangeError('unit-change-unfit', {}, [{ field, message: 'bukan UPT yang dikenal' }]);
    }
    if (!mayWriteIn(lies, actor)) throw new RequestError('not-allowed');
    return { regionalOffice: lies, timeZone: place.timeZone };
  }

  private rowOf(
    actor: Actor,
    change: UnitChange,
    place: { regionalOffice: string | null; timeZone: Zone },
  ): UnitChangeRow {
    return {
      ...change,
      ...place,
      opens: [...change.opens],
      id: newId(),
      state: 'proposed',
      proposedBy: actor.personId,
      proposedAt: this.clock.now(),
      decidedBy: null,
      decidedAt: null,
      decisionReason: '',
      doneAt: null,
      version: 1,
    };
  }
}

/** Whether somebody closes that an administrator keeps: a directorate or a partner. */
const mayCloseOutside = ({ kind }: UnitChange, unit: UnitLifeRow): boolean =>
  kind === 'closed' && kindsWith('isKept').includes(unit.kind);
