import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Outbox } from '../../platform/mail/outbox.js';
import type { OutgoingMail } from '../../platform/mail/outgoing-mail.js';
import { Site } from '../../platform/security/access-guard.js';
import type { LetterBody } from '../../platform/text/letter.js';
import { whereWords, type StateTrait } from '../../visits/index.js';
import type { RemindedVisit } from '../domain/reminder-mail.js';
import { RemindedVisits, type VisitToRemind } from '../queries/reminded-visits.js';

/** Start of the keys of all reminders of a visit; with its start, of those that hold while it stays where it is. */
export const remindersOf = (visitId: string, startsAt?: Date): string =>
  `reminder:${visitId}:${startsAt ? `${startsAt.toISOString()}:` : ''}`;

/**
 * Key of the mail with a reminder of a visit.
 *
 * @param what tells this reminder from the others of the visit
 */
export const reminderKey = ({ id, startsAt }: VisitToRemind, what: string, email: string): string =>
  `${remindersOf(id, startsAt)}${what}:${email}`;

/** A reminder as it is written, and what it holds by. */
export type Reminder = LetterBody & Pick<OutgoingMail, 'subject' | 'topic' | 'cause'>;

/** Posts reminders of visits: each once for a time, none when the visit is no longer what it was read as. */
@Injectable()
export class PostReminder {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly site: Site,
    private readonly visits: RemindedVisits,
  ) {}

  /**
   * @param trait what must still be so of the visit
   * @param what tells this reminder from the others of the visit
   * @param write is asked only when the mail has not been posted yet
   */
  async execute(
    visit: VisitToRemind,
    trait: StateTrait,
    what: string,
    to: { name: string; email: string },
    write: (shown: RemindedVisit) => Promise<Reminder>,
  ): Promise<void> {
    const key = reminderKey(visit, what, to.email);
    if (await this.outbox.knows(key)) return;
    await this.database.transaction(async () => {
      if (!(await this.visits.stillStands(visit.id, trait, visit.startsAt))) return;
      const place = whereWords(visit, visit.place);
      const letter = await write({
        ...visit,
        place,
        pageUrl: `${this.site.publicUrl}/kunjungan/${visit.id}`,
      });
      const { name, email } = to;
      await this.outbox.post({ key, stream: visit.id, bulk: 'reminder', to: { name, email }, ...letter });
    });
  }
}
