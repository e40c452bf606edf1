import type { INestApplicationContext, Type } from '@nestjs/common';
import type { SettableClock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import type { Actor } from '../../platform/security/actor.js';
import { dayNumber, instantOnDay } from '../../platform/text/calendar-dates.js';
import { formatTime, localDate } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';

/** One thing somebody does at an instant. */
export interface Step {
  at: Date;
  /** What is printed: who does what. */
  tell: string;
  act(stage: Stage): Promise<string | undefined>;
}

/** The instant at which a wall clock of a zone shows a time: `2025-10-30`, `09.00`. */
export function on(date: string, time: string, zone: Zone = 'Asia/Jakarta'): Date {
  const [hours = 0, minutes = 0] = time.split('.').map(Number);
  return instantOnDay(dayNumber(date), hours * 60 + minutes, zone);
}

/** Plays steps in the order of their time, each through the real use-cases, with the clock set to it. */
export class Stage {
  private lastMail = '0';

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: SettableClock,
    private readonly actors: ReadonlyMap<string, Actor>,
    private readonly print: (line: string) => void,
  ) {}

  use<UseCase>(type: Type<UseCase>): UseCase {
    return this.app.get(type);
  }

  actor(email: string): Actor {
    const actor = this.actors.get(email);
    if (!actor) throw new Error(`No example account ${email}`);
    return actor;
  }

  async play(steps: readonly Step[]): Promise<void> {
    for (const step of steps.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
      this.clock.set(step.at);
      const result = await step.act(this);
      await this.app.get(JobQueue).settle();
      const zone = 'Asia/Jakarta';
      const when = `${localDate(step.at, zone)} ${formatTime(step.at, zone)}`;
      this.print(`${when}  ${step.tell}${result ? `: ${result}` : ''}`);
      for (const line of await this.newMails()) this.print(`    mailed ${line}`);
    }
  }

  /** Subjects of the mails since the last step, with their number. */
  private async newMails(): Promise<string[]> {
    const rows = await this.app.get(Database).query<{ subject: string; count: number; last: string }>(
      `SELECT subject, count(*)::int AS count, max(position)::text AS last FROM mail
       WHERE position > $1::bigint GROUP BY subject ORDER BY min(position)`,
      [this.lastMail],
    );
    for (const { last } of rows) if (BigInt(last) > BigInt(this.lastMail)) this.lastMail = last;
    return rows.map(({ subject, count }) => `${count} × ${subject}`);
  }
}
