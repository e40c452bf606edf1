import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Icon } from '../../platform/pages/icon.js';
import { PageParts } from '../../platform/pages/page-parts.js';
import { WaitingTasks, type WaitingTask } from '../../platform/pages/waiting-tasks.js';
import type { Actor } from '../../platform/security/actor.js';
import { actsFor, unitsOf, can } from '../../platform/security/capabilities.js';
import { endOfDate } from '../../platform/text/deadline.js';
import { addDays } from '../../platform/text/calendar-dates.js';
import { localDate } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { hasTrait } from '../../visits/index.js';
import { AwaitedConfirmations } from '../queries/awaited-confirmations.js';
import { mayDo } from '../domain/follow-up-policies.js';
import { DueFollowUps, type DueFollowUp } from '../queries/due-follow-ups.js';

const DAYS_AHEAD = 14;
/** What was done longer ago is asked for on the list alone. */
const CONFIRMED_WITHIN_DAYS = 365;
const MOST_CONFIRMATIONS = 20;

/** What follow-ups add to pages of others: what is due, and the way to write one down. */
@Injectable()
export class FollowUpParts implements OnModuleInit {
  constructor(
    private readonly parts: PageParts,
    private readonly tasks: WaitingTasks,
    private readonly due: DueFollowUps,
    private readonly confirmable: AwaitedConfirmations,
  ) {}

  onModuleInit(): void {
    this.tasks.register((actor, now) => this.tasksOf(actor, now));
    this.tasks.register((actor, now) => this.confirmations(actor, now));
    this.parts.register('note', 30, ({ noteId }) =>
      Promise.resolve(
        <a class="btn" href={`/praktik-baik/${noteId}/silsilah`}>
          Silsilah praktik ini
        </a>,
      ),
    );
    this.parts.register('visit-links', 40, ({ actor, visit }) => {
      const takesPart = [visit.guestUnit, visit.hostUnit].some((unit) => actsFor(actor, unit));
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
  private async confirmations(actor: Actor, now: Date): Promise<WaitingTask[]> {
    if (!can(actor, 'follow-ups.carry') && !can(actor, 'follow-ups.oversee')) return [];
    const since = new Date(+now - CONFIRMED_WITHIN_DAYS * 86_400_000);
    const done = await this.confirmable.execute(actor, since, MOST_CONFIRMATIONS);
    return done
      .filter((fact) => mayDo('confirm-replication', fact, actor))
      .map(({ id, what, unitName, visitTitle }) => ({
        href: `/tindak-lanjut/${id}`,
        icon: 'check',
        title: `Konfirmasi replikasi: ${what}`,
        detail: `${unitName} · dari kunjungan ${visitTitle}`,
        due: null,
      }));
  }

  private async tasksOf(actor: Actor, now: Date): Promise<WaitingTask[]> {
    const { timeZone } = actor;
    const own = unitsOf(actor);
    if (own.length === 0) return [];
    const items = await this.due.ofUnits(own, addDays(localDate(now, timeZone), DAYS_AHEAD));
    return items.map((item) => taskOf(item, timeZone));
  }
}

const taskOf = ({ id, what, personName, dueOn, visitTitle }: DueFollowUp, zone: Zone): WaitingTask => ({
  href: `/tindak-lanjut/${id}`,
  icon: 'tasks',
  title: `Tindak lanjuti: ${what}`,
  detail: `${personName} · dari kunjungan ${visitTitle}`,
  due: endOfDate(dueOn, zone),
});
