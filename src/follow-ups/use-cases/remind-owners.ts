import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { onlyOf, type Candidate, type SweepRange } from '../../platform/jobs/sweep.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { OvertakenMails } from '../../platform/mail/overtaken-mails.js';
import { Site } from '../../platform/security/access-guard.js';
import { localDate } from '../../platform/text/dates.js';
import { UnitFacts } from '../../units/index.js';
import { followUpReminder } from '../domain/follow-up-mail.js';
import { dueFollowUpReminder } from '../domain/follow-up-reminder.js';
import { hasFollowUpTrait } from '../domain/follow-up-states.js';
import { FollowUpFacts } from '../queries/follow-up-facts.js';
import { RemindedFollowUps, type RemindedFollowUp } from '../queries/reminded-follow-ups.js';

/** Start of the keys of all reminders of a follow-up; with a date, of those that hold while it is due then. */
const remindersOf = (id: string, dueOn?: string): string =>
  `follow-up-reminder:${id}:${dueOn === undefined ? '' : `${dueOn}:`}`;

const mailKey = ({ id, dueOn }: RemindedFollowUp, step: number, email: string): string =>
  `${remindersOf(id, dueOn)}${step}:${email}`;

/** Reminds those who owe a follow-up before and after its due date, each once for a date. */
@Injectable()
export class RemindOwners {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly site: Site,
    private readonly units: UnitFacts,
    private readonly reminded: RemindedFollowUps,
  ) {}

  async find(range: SweepRange): Promise<Candidate[]> {
    const now = this.clock.now();
    const isHoliday = await this.units.holidaysAround(now);
    return (await this.reminded.nearDue(now, range)).map((followUp) => ({
      key: followUp.id,
      due: () => {
        const step = dueFollowUpReminder(followUp, now, isHoliday);
        if (step === null || followUp.readers.length === 0) return null;
        return followUp.readers.map(({ email }) => mailKey(followUp, step, email));
      },
    }));
  }

  async one(id: string): Promise<void> {
    await this.database.transaction(async () => {
      const now = this.clock.now();
      const [followUp] = await this.reminded.nearDue(now, onlyOf(id));
      if (!followUp) return;
      const step = dueFollowUpReminder(followUp, now, await this.units.holidaysAround(now));
      if (step === null || !(await this.reminded.stillStands(id, followUp.dueOn))) return;
      const pageUrl = `${this.site.publicUrl}/tindak-lanjut/${id}`;
      for (const { name, email } of followUp.readers) {
        const letter = followUpReminder(name, { ...followUp, pageUrl }, localDate(now, followUp.zone));
        const key = mailKey(followUp, step, email);
        await this.outbox.post({
          key,
          stream: followUp.visit,
          bulk: 'reminder',
          to: { name, email },
          ...letter,
        });
      }
    });
  }
}

/** Holds back reminders that no longer hold and have not left: of what is done or dropped, or of another date. */
@Injectable()
export class WithdrawFollowUpReminders {
  constructor(
    private readonly mails: OvertakenMails,
    private readonly facts: FollowUpFacts,
  ) {}

  async execute(id: string): Promise<void> {
    const fact = await this.facts.byId(id);
    if (!fact) return;
    const holds = hasFollowUpTrait(fact.state, 'waits') ? remindersOf(id, fact.dueOn) : null;
    await this.mails.withdraw(fact.visit, remindersOf(id), holds);
  }
}
