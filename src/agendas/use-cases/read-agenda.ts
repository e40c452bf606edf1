import { Injectable } from '@nestjs/common';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import type { Zone } from '../../platform/text/zones.js';
import { actorSides, mayEdit, mayRead, VisitFactsQuery } from '../../visits/index.js';
import type { Agenda } from '../domain/agenda.js';
import { AgendaRepository } from '../storage/agenda-repository.js';

/** An agenda as somebody may see it. */
export interface ReadableAgenda {
  agenda: Agenda;
  /** The host's. */
  timeZone: Zone;
  /** Whether drafts and notes are shown: to the two units' own people only. */
  isOrganiser: boolean;
  allowedActions: ('edit' | 'publish')[];
}

@Injectable()
export class ReadAgenda {
  constructor(
    private readonly visits: VisitFactsQuery,
    private readonly agendas: AgendaRepository,
  ) {}

  /** @throws RequestError `not-found` also for those who may not see the visit */
  async execute(actor: Actor, visitId: string): Promise<ReadableAgenda> {
    const [facts, agenda] = await Promise.all([this.visits.byId(visitId), this.agendas.ofVisit(visitId)]);
    const visit = found(facts);
    if (!mayRead(visit, actor)) throw new RequestError('not-found');
    const sides = actorSides(visit, actor);
    return {
      agenda,
      timeZone: visit.timeZone,
      isOrganiser: sides.includes('guest') || sides.includes('host'),
      allowedActions: mayEdit(visit, actor) ? actionsOn(agenda) : [],
    };
  }
}

function actionsOn({ state, items }: Agenda): ('edit' | 'publish')[] {
  return state === 'draft' && items.length > 0 ? ['edit', 'publish'] : ['edit'];
}
