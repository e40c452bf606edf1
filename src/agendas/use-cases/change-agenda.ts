import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import { ChangeVisit, type VisitFacts } from '../../visits/index.js';
import { sameItems, type Agenda } from '../domain/agenda.js';
import { sessionChanges } from '../domain/session-changes.js';
import { AgendaError } from '../domain/error-codes.js';
import { AgendaRepository } from '../storage/agenda-repository.js';

/** A change of an agenda: in the transaction of a change of its visit, which it raises and whose history it enters. */
@Injectable()
export class ChangeAgenda {
  constructor(
    private readonly database: Database,
    private readonly changeVisit: ChangeVisit,
    private readonly agendas: AgendaRepository,
  ) {}

  /**
   * @param version of the agenda the caller saw, 0 for none
   * @throws AgendaError `agenda-stale` naming what stands
   * @throws RequestError `not-found` for those who may not see the visit, `not-allowed` for mere readers
   */
  async execute(
    actor: Actor,
    visitId: string,
    action: string,
    version: number,
    change: (agenda: Agenda, visit: VisitFacts) => Promise<Agenda> | Agenda,
  ): Promise<Agenda> {
    return this.changeVisit.execute(actor, visitId, action, async (row) => {
      const agenda = await this.agendas.ofVisit(visitId);
      assertCurrent(agenda, version);
      const changed = await change(agenda, row);
      if (isUnchanged(agenda, changed)) return { visit: row, result: agenda, beside: [] };
      await this.database.sendAlong(() => this.agendas.save(changed));
      const changes = sessionChanges(agenda.items, changed.items, row.timeZone);
      return { visit: row, result: changed, beside: ['agenda'], changes };
    });
  }
}

const isUnchanged = (before: Agenda, after: Agenda): boolean =>
  before.version > 0 &&
  before.revision === after.revision &&
  before.state === after.state &&
  sameItems(before.items, after.items);

function assertCurrent({ state, version, revision }: Agenda, seen: number): void {
  if (seen !== version) {
    throw new AgendaError('agenda-stale', { current: { version, state, revision } });
  }
}
