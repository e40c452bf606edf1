import { Injectable } from '@nestjs/common';
import { Announcer } from '../../platform/jobs/announcer.js';
import type { Agenda } from '../domain/agenda.js';
import { AgendaRepository } from '../storage/agenda-repository.js';

declare module '../../platform/jobs/job.js' {
  interface Announcements {
    /** An agenda has a new public revision: published by somebody, or moved along with its visit. */
    'agenda.published': { visitId: string };
  }
}

/** Keeps a new publication for good and tells of it. */
@Injectable()
export class RecordPublication {
  constructor(
    private readonly agendas: AgendaRepository,
    private readonly announcer: Announcer,
  ) {}

  async execute(agenda: Agenda): Promise<void> {
    await this.agendas.keepRevision(agenda);
    await this.announcer.announce('agenda.published', { visitId: agenda.visitId });
  }
}
