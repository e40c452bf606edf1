import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { Actor } from '../../platform/security/actor.js';
import { newId } from '../../platform/text/tokens.js';
import type { Zone } from '../../platform/text/zones.js';
import { identified, withItems } from '../domain/agenda.js';
import { describeFault, unknownIds } from '../domain/agenda-faults.js';
import { checkAgenda, type AgendaItem, type VisitFrame } from '../domain/agenda-items.js';
import { AgendaError } from '../domain/error-codes.js';
import { ChangeAgenda } from './change-agenda.js';

/** A session as it is asked for; with the id of a session that stands, it is that one changed. */
export type GivenItem = Omit<AgendaItem, 'id'> & { id?: string | undefined };

/** Puts sessions in place of a visit's whole agenda, which is a draft from then on. */
@Injectable()
export class SaveAgenda {
  constructor(
    private readonly clock: Clock,
    private readonly changeAgenda: ChangeAgenda,
  ) {}

  /**
   * @param version of the agenda the caller saw, 0 for none
   * @returns the version that stands then
   * @throws AgendaError `agenda-unsound` naming every fault, `agenda-stale`
   * @throws RequestError `not-found`, `not-allowed`
   */
  async execute(
    actor: Actor,
    visitId: string,
    items: readonly GivenItem[],
    version: number,
  ): Promise<number> {
    const saved = await this.changeAgenda.execute(actor, visitId, 'edit-agenda', version, (agenda, visit) => {
      const known = new Set([...agenda.items, ...agenda.publicItems].map(({ id }) => id));
      assertSound(items, known, visit, visit.timeZone);
      return withItems(agenda, identified(items, agenda.items, newId), this.clock.now());
    });
    return saved.version;
  }
}

function assertSound(
  items: readonly GivenItem[],
  known: ReadonlySet<string>,
  visit: VisitFrame,
  zone: Zone,
): void {
  const faults = [
    ...unknownIds(
      items.map(({ id }) => id),
      known,
    ),
    ...checkAgenda(items, visit).map((fault) => describeFault(fault, items, visit, zone)),
  ];
  if (faults.length > 0) throw new AgendaError('agenda-unsound', {}, faults);
}
