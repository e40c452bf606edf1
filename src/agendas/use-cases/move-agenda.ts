import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { VisitTime } from '../../visits/index.js';
import { moveAgenda } from '../domain/move-agenda.js';
import { AgendaRepository } from '../storage/agenda-repository.js';
import { RecordPublication } from './record-publication.js';

/** Takes an agenda along when its visit moves, in the same transaction. */
@Injectable()
export class MoveAgenda {
  constructor(
    private readonly clock: Clock,
    private readonly agendas: AgendaRepository,
    private readonly record: RecordPublication,
  ) {}

  /** @returns what the visit's history tells of it; empty when the agenda stays as it is */
  async execute(visitId: string, before: VisitTime, after: VisitTime): Promise<string> {
    const moved = moveAgenda(await this.agendas.ofVisit(visitId), before, after, this.clock.now());
    if (!moved) return '';
    if (moved.publishes) await this.record.execute(moved.agenda);
    await this.agendas.save(moved.agenda);
    return moved.note;
  }
}
