import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { Actor } from '../../platform/security/actor.js';
import { localDate } from '../../platform/text/dates.js';
import { newId } from '../../platform/text/tokens.js';
import type { Zone } from '../../platform/text/zones.js';
import { UnitFacts } from '../../units/index.js';
import type { VisitFacts } from '../../visits/index.js';
import { withItems } from '../domain/agenda.js';
import { AgendaError } from '../domain/error-codes.js';
import { templateTime, type TemplateTime } from '../domain/template-time.js';
import { layOutTemplate, type AgendaTemplateName } from '../domain/templates.js';
import { ChangeAgenda } from './change-agenda.js';

/** Starts an agenda from a template, laid out over the visit's time and around the host's break. */
@Injectable()
export class LayOutAgenda {
  constructor(
    private readonly clock: Clock,
    private readonly units: UnitFacts,
    private readonly changeAgenda: ChangeAgenda,
  ) {}

  /**
   * @param version of the agenda the caller saw; without it only an agenda without sessions is filled
   * @throws AgendaError `agenda-not-empty`, `agenda-stale`
   * @throws RequestError `not-found`, `not-allowed`
   */
  async execute(
    actor: Actor,
    visitId: string,
    template: AgendaTemplateName,
    version?: number,
  ): Promise<void> {
    await this.changeAgenda.execute(actor, visitId, 'edit-agenda', version, async (agenda, visit) => {
      if (version === undefined && agenda.items.length > 0) throw new AgendaError('agenda-not-empty');
      const { time, lunch } = await this.timeFor(visit);
      const items = layOutTemplate(template, time, lunch).map((item) => ({ id: newId(), ...item }));
      return withItems(agenda, items, this.clock.now());
    });
  }

  private async timeFor(visit: VisitFacts): Promise<TemplateTime> {
    const zone = visit.timeZone as Zone;
    const date = localDate(visit.startsAt, zone);
    const hosting = await this.units.hostingFacts(visit.hostUnit, date, date);
    return templateTime(visit, hosting?.policy.windows ?? [], zone);
  }
}
