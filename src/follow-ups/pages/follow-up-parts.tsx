import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Icon } from '../../platform/pages/icon.js';
import { PageParts } from '../../platform/pages/page-parts.js';
import { WaitingTasks, type WaitingTask } from '../../platform/pages/waiting-tasks.js';
import type { Actor } from '../../platform/security/actor.js';
import { can } from '../../platform/security/capabilities.js';
import { addDays } from '../../platform/text/calendar-dates.js';
import { localDate } from '../../platform/text/dates.js';
import { periodEnd } from '../../platform/text/period.js';
import type { Zone } from '../../platform/text/zones.js';
import { hasTrait } from '../../visits/index.js';
import { ListFollowUps } from '../queries/list-follow-ups.js';
import { mayDo } from '../domain/follow-up-policies.js';
import { DueFollowUps, type DueFollowUp } from '../queries/due-follow-ups.js';

const DAYS_AHEAD = 14;
const MOST_CONFIRMATIONS = 20;
const MINUTE = 60_000;

/** What follow-ups add to pages of others: what is due, and the way to write one down. */
@Injectable()
export class FollowUpParts implements OnModuleInit {
  constructor(
    private readonly parts: PageParts,
    private readonly tasks: WaitingTasks,
    private readonly due: DueFollowUps,
    private readonly list: ListFollowUps,
  ) {}

  onModuleInit(): void {
    this.tasks.register((actor, now) => this.tasksOf(actor, now));
    this.tasks.register((actor) => this.confirmations(actor));
    this.parts.register('note', 30, ({ noteId }) =>
      Promise.resolve(
        <a class="btn" href={`/praktik-baik/${noteId}/silsilah`}>
          Silsilah praktik ini
        </a>,
      ),
    );
    this.parts.register('visit-links', 40, ({ actor, visit }) => {
      const takesPart = actor.unit !== null && [visit.guestUnit, visit.hostUnit].includes(actor.unit);
      const link =
        takesPart && hasTrait(visit.state, 'tookPlace') ? (
          <a class="btn" href={`/tindak-lanjut/baru?kunjungan=${visit.id}`}>
            <Icon name="tasks" />
            Catat tindak lanjut
          </a>
        ) : null;
      return Promise.resolve(link);
    });
  }

  /** What was done and waits for a word whether it is a replication. */
  private async confirmations(actor: Actor): Promise<WaitingTask[]> {
    if (!can(actor, 'follow-ups.carry') && !can(actor, 'follow-ups.oversee')) return [];
    const filter = { replication: 'waiting', sort: 'changed', limit: MOST_CONFIRMATIONS } as const;
    const { items } = await this.list.execute(actor, filter);
    return items
      .filter((fact) => mayDo('confirm-replication', fact, actor))
      .map(({ id, what, unitName, visitTitle }) => ({
        href: `/tindak-lanjut/${id}`,
        icon: 'check',
        title: `Konfirmasi replikasi: ${what}`,
        detail: `${unitName} · dari kunjungan ${visitTitle}`,
        dueAt: null,
      }));
  }

  private async tasksOf({ unit, timeZone }: Actor, now: Date): Promise<WaitingTask[]> {
    if (unit === null) return [];
    const items = await this.due.ofUnit(unit, addDays(localDate(now, timeZone), DAYS_AHEAD));
    return items.map((item) => taskOf(item, timeZone));
  }
}

const taskOf = ({ id, what, personName, dueOn, visitTitle }: DueFollowUp, zone: Zone): WaitingTask => ({
  href: `/tindak-lanjut/${id}`,
  icon: 'tasks',
  title: `Tindak lanjuti: ${what}`,
  detail: `${personName} · dari kunjungan ${visitTitle}`,
  // The last minute of the day, so that the day is named and not the next one.
  dueAt: new Date(periodEnd(dueOn, zone).getTime() - MINUTE),
});
