import type { DayTime } from '../../platform/text/day-hours.js';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { found } from '../../platform/http/request-error.js';
import { VisitFactsQuery } from '../../visits/index.js';
import { moveAgenda } from '../domain/move-agenda.js';
import { AgendaRepository } from '../storage/agenda-repository.js';
import { RecordPublication } from './record-publication.js';

/** Takes an agenda along when its visit moves, in the same transaction. */
@Injectable()
export class MoveAgenda {
  constructor(
    private readonly clock: Clock,
    private readonly visits: VisitFactsQuery,
    private readonly agendas: AgendaRepository,
    private readonly record: RecordPublication,
  ) {}

  /** @returns what the visit's history tells of it; empty when the agenda stays as it is */
  async execute(visitId: string, before: DayTime, after: DayTime): Promise<string> {
    const agenda = await this.agendas.ofVisit(visitId);
    const { timeZone } = found(await this.visits.byId(visitId));
    const moved = moveAgenda(agenda, before, { ...after, timeZone }, this.clock.now());
    if (!moved) return '';
    if (moved.publishes) await this.record.execute(moved.agenda);
    await this.agendas.save(moved.agenda);
    return moved.note;
  }
}
