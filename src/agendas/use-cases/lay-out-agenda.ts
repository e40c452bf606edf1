import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { Actor } from '../../platform/security/actor.js';
import { dayNumber } from '../../platform/text/calendar-dates.js';
import { dayHours } from '../../platform/text/day-hours.js';
import { localDate } from '../../platform/text/dates.js';
import { newId } from '../../platform/text/tokens.js';
import { hostingHours, UnitFacts } from '../../units/index.js';
import type { VisitFacts } from '../../visits/index.js';
import { RequestError } from '../../platform/http/request-error.js';
import type { AgendaItem } from '../domain/agenda-items.js';
import { identified, withItems } from '../domain/agenda.js';
import { templateTime } from '../domain/template-time.js';
import { layOutTemplate, type AgendaItemDraft, type AgendaTemplateName } from '../domain/templates.js';
import { ChangeAgenda } from './change-agenda.js';

const noDay = { field: 'date', message: 'bukan hari kunjungan ini' };

/** Starts an agenda from a template, laid out over the visit's time and around the host's break. */
@Injectable()
export class LayOutAgenda {
  constructor(
    private readonly clock: Clock,
    private readonly units: UnitFacts,
    private readonly changeAgenda: ChangeAgenda,
  ) {}

  /**
   * @param version of the agenda the caller saw, 0 for none
   * @param only the local date of the one day that gets it, whose sessions it replaces; null for all days
   * @throws AgendaError `agenda-stale`
   * @throws RequestError `not-found`, `not-allowed`, `validation-failed` for a date on which nobody meets
   */
  async execute(
    actor: Actor,
    visitId: string,
    template: AgendaTemplateName,
    version: number,
    only: string | null = null,
  ): Promise<void> {
    await this.changeAgenda.execute(actor, visitId, 'edit-agenda', version, async (agenda, visit) => {
      const stays = ({ startsAt }: Pick<AgendaItem, 'startsAt'>): boolean =>
        only !== null && localDate(startsAt, visit.timeZone) !== only;
      const laid = (await this.sessionsOf(visit, template)).filter((item) => !stays(item));
      if (laid.length === 0) throw new RequestError('validation-failed', {}, [noDay]);
      const items = identified(
        laid,
        agenda.items.filter((item) => !stays(item)),
        newId,
      );
      const all = [...agenda.items.filter(stays), ...items];
      const ordered = all.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
      return withItems(agenda, only === null ? items : ordered, this.clock.now());
    });
  }

  /** Each day has the template, around the host's break of that day. */
  private async sessionsOf(visit: VisitFacts, template: AgendaTemplateName): Promise<AgendaItemDraft[]> {
    const zone = visit.timeZone;
    const days = dayHours(visit, zone);
    const [first, last] = [visit.startsAt, visit.endsAt].map((at) => localDate(at, zone)) as [string, string];
    const hosting = await this.units.hostingFacts(visit.hostUnit, first, last);
    return days.flatMap((day, index) => {
      const date = dayNumber(localDate(day.startsAt, zone));
      const hours = hosting ? hostingHours(hosting, visit.kind)(date).windows : [];
      const { time, lunch } = templateTime(day, hours, zone);
      return layOutTemplate(template, time, lunch, {
        isFirst: index === 0,
        isLast: index === days.length - 1,
      });
    });
  }
}
