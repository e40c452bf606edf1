import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { Site } from '../../platform/security/access-guard.js';
import { localDate } from '../../platform/text/dates.js';
import { UnitFacts } from '../../units/index.js';
import { followUpReminder } from '../domain/follow-up-mail.js';
import { dueFollowUpReminder } from '../domain/follow-up-reminder.js';
import { waitingStates } from '../domain/follow-up-states.js';
import { FollowUpFacts } from '../queries/follow-up-facts.js';
import { RemindedFollowUps, type FollowUpReminderReader } from '../queries/reminded-follow-ups.js';

/** Start of the keys of all reminders of a follow-up; with a date, of those that hold while it is due then. */
const remindersOf = (id: string, dueOn?: string): string =>
  `follow-up-reminder:${id}:${dueOn === undefined ? '' : `${dueOn}:`}`;

/** Reminds those who owe a follow-up before and after its due date, each once for a date. */
@Injectable()
export class RemindOwners {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly site: Site,
    private readonly units: UnitFacts,
    private readonly reminded: RemindedFollowUps,
    private readonly facts: FollowUpFacts,
  ) {}

  async execute(now: Date): Promise<void> {
    const isHoliday = await this.units.holidaysAround(now);
    for (const reader of await this.reminded.readers(now)) {
      const step = dueFollowUpReminder(reader, now, isHoliday);
      if (step !== null) await this.post(reader, step, localDate(now, reader.zone));
    }
  }

  /** Holds back reminders that no longer hold and have not left: of what is done or dropped, or of another date. */
  async withdraw(id: string): Promise<void> {
    const fact = await this.facts.byId(id);
    if (!fact) return;
    const holds = waitingStates.some((state) => state === fact.state) ? remindersOf(id, fact.dueOn) : null;
    await this.outbox.withdraw(fact.visit, remindersOf(id), holds);
  }

  private async post(reader: FollowUpReminderReader, step: number, today: string): Promise<void> {
    const { id, dueOn, visit, name, email } = reader;
    const key = `${remindersOf(id, dueOn)}${step}:${email}`;
    if (await this.outbox.knows(key)) return;
    await this.database.transaction(async () => {
      if (!(await this.reminded.stillStands(id, dueOn))) return;
      const pageUrl = `${this.site.publicUrl}/tindak-lanjut/${id}`;
      const letter = followUpReminder(name, { ...reader, pageUrl }, today);
      await this.outbox.post({ key, stream: visit, to: { name, email }, ...letter });
    });
  }
}
