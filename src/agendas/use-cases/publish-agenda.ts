import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { published } from '../domain/agenda.js';
import { AgendaError } from '../domain/error-codes.js';
import { ChangeAgenda } from './change-agenda.js';
import { ReadAgenda } from './read-agenda.js';
import { RecordPublication } from './record-publication.js';

/** Shows the sessions worked on to everybody in the visit. */
@Injectable()
export class PublishAgenda {
  constructor(
    private readonly clock: Clock,
    private readonly read: ReadAgenda,
    private readonly changeAgenda: ChangeAgenda,
    private readonly record: RecordPublication,
  ) {}

  /**
   * Publishing what is published already does nothing.
   *
   * @param version of the agenda the caller saw
   * @throws AgendaError `agenda-empty`, `agenda-stale`
   * @throws RequestError `not-found`, `not-allowed`
   */
  async execute(actor: Actor, visitId: string, version: number): Promise<void> {
    const { agenda, allowedActions } = await this.read.execute(actor, visitId);
    if (allowedActions.length === 0) throw new RequestError('not-allowed');
    if (agenda.state === 'published' && version === agenda.version) return;
    await this.changeAgenda.execute(actor, visitId, 'publish-agenda', version, async (standing) => {
      if (standing.items.length === 0) throw new AgendaError('agenda-empty');
      const shown = published(standing, this.clock.now());
      await this.record.execute(shown);
      return shown;
    });
  }
}
