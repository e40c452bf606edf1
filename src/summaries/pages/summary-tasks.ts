import { endingAt } from '../../platform/text/deadline.js';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WaitingTasks, type WaitingTask } from '../../platform/pages/waiting-tasks.js';
import type { Actor } from '../../platform/security/actor.js';
import { UnitFacts } from '../../units/index.js';
import { summaryDeadline } from '../domain/due-summary.js';
import { SummariesDue } from '../queries/summaries-due.js';
import { arrangedUnits } from '../../platform/security/capabilities.js';

/** Reminds on the start page of the summaries that the own unit has yet to write. */
@Injectable()
export class SummaryTasks implements OnModuleInit {
  constructor(
    private readonly tasks: WaitingTasks,
    private readonly due: SummariesDue,
    private readonly units: UnitFacts,
  ) {}

  onModuleInit(): void {
    this.tasks.register((actor, now) => this.find(actor, now));
  }

  private async find(actor: Actor, now: Date): Promise<WaitingTask[]> {
    const own = arrangedUnits(actor);
    if (own.length === 0) return [];
    const due = await this.due.ofUnits(own, now);
    if (due.length === 0) return [];
    const isHoliday = await this.units.holidaysAround(now);
    return due.map(({ id, title, guestUnitName, hostUnitName, endsAt, timeZone }) => ({
      href: `/kunjungan/${id}/ringkasan`,
      icon: 'pencil',
      title: `Tulis ringkasan: ${title}`,
      detail: `${guestUnitName} ke ${hostUnitName}`,
      due: endingAt(summaryDeadline(endsAt, timeZone, isHoliday), timeZone),
    }));
  }
}
