import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Icon } from '../../platform/pages/icon.js';
import { PageParts } from '../../platform/pages/page-parts.js';
import { WaitingTasks, type WaitingTask } from '../../platform/pages/waiting-tasks.js';
import type { Actor } from '../../platform/security/actor.js';
import { arrangedUnits } from '../../platform/security/capabilities.js';
import { endingAt } from '../../platform/text/deadline.js';
import { dayNumber, instantOnDay } from '../../platform/text/calendar-dates.js';
import { localDate } from '../../platform/text/dates.js';
import { readerTimeLine } from '../../platform/text/reader-time.js';
import { addWorkingDays } from '../../platform/text/working-days.js';
import { UnitFacts } from '../../units/index.js';
import { UnpublishedAgendas } from '../queries/unpublished-agendas.js';

const AHEAD_DAYS = 14;
const DUE_WORKING_DAYS = 2;
const OFFICE_CLOSES_MINUTE = 16 * 60;

/** Leads to the agenda from its visit's page, and from the start page while it is still to be written. */
@Injectable()
export class AgendaLinks implements OnModuleInit {
  constructor(
    private readonly parts: PageParts,
    private readonly tasks: WaitingTasks,
    private readonly unpublished: UnpublishedAgendas,
    private readonly units: UnitFacts,
  ) {}

  onModuleInit(): void {
    this.parts.register('visit-links', 10, ({ visit }) =>
      Promise.resolve(
        <a class="btn" href={`/kunjungan/${visit.id}/acara`}>
          <Icon name="clock" />
          Susunan acara
        </a>,
      ),
    );
    this.tasks.register((actor, now) => this.toWrite(actor, now));
  }

  private async toWrite(actor: Actor, now: Date): Promise<WaitingTask[]> {
    const { timeZone } = actor;
    const own = arrangedUnits(actor);
    if (own.length === 0) return [];
    const before = new Date(now.getTime() + AHEAD_DAYS * 86_400_000);
    const visits = await this.unpublished.execute(own, now, before);
    if (visits.length === 0) return [];
    const isHoliday = await this.units.holidaysAround(now);
    return visits.map((visit) => {
      const due = addWorkingDays(localDate(visit.startsAt, timeZone), -DUE_WORKING_DAYS, isHoliday);
      return {
        href: `/kunjungan/${visit.visitId}/acara`,
        icon: 'clock',
        title: 'Susun dan terbitkan susunan acara',
        detail: `${visit.title} · ${readerTimeLine(visit, { timeZone, now })}`,
        due: endingAt(instantOnDay(dayNumber(due), OFFICE_CLOSES_MINUTE, timeZone), timeZone),
      };
    });
  }
}
