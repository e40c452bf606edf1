import { Injectable } from '@nestjs/common';
import { MoveFollowUps } from '../../follow-ups/index.js';
import { MovePeople } from '../../people/index.js';
import { found } from '../../platform/http/request-error.js';
import { UnitRegister } from '../../units/index.js';
import { changeSentence } from '../domain/unit-change-words.js';
import { ListUnitChanges } from '../queries/list-unit-changes.js';
import type { UnitChangeRow } from '../storage/unit-change-repository.js';

/** Gives what was a unit's to the one into which it merges: figures, open promises and, where that was chosen, people. */
@Injectable()
export class Inherit {
  constructor(
    private readonly register: UnitRegister,
    private readonly people: MovePeople,
    private readonly followUps: MoveFollowUps,
    private readonly changes: ListUnitChanges,
  ) {}

  /** In the open transaction. */
  async execute(change: UnitChangeRow, successor: string): Promise<void> {
    const unit = found(change.unit);
    await this.register.inherit(unit, successor);
    if (change.movesPeople) await this.people.execute(unit, successor);
    const fact = found(await this.changes.byId(change.id));
    await this.followUps.execute(unit, successor, {
      personId: change.decidedBy ?? change.proposedBy,
      name: fact.decidedByName ?? fact.proposedByName,
      reason: `${changeSentence(fact)}.`,
    });
  }
}
