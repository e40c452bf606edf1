import type { INestApplicationContext, Type } from '@nestjs/common';
import type { SettableClock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import type { Actor } from '../../platform/security/actor.js';
import { dayNumber, instantOnDay } from '../../platform/text/calendar-dates.js';
import { formatTime, localDate } from '../../platform/text/dates.js';
import { addWorkingDays, type IsHoliday } from '../../platform/text/working-days.js';
import type { Zone } from '../../platform/text/zones.js';

/** One thing somebody does at an instant. */
export interface StoryStep {
  at: Date;
  /** What is printed: who does what. */
  tell: string;
  /** Nothing is printed of it; those of a week are stored, and their jobs worked, together. */
  quiet?: boolean;
  act(stage: Stage): Promise<string | undefined>;
}

/** The instant at which a wall clock of a zone shows a time: `2025-10-30`, `09.00`. */
export function on(date: string, time: string, zone: Zone = 'Asia/Jakarta'): Date {
  const [hours = 0, minutes = 0] = time.split('.').map(Number);
  return instantOnDay(dayNumber(date), hours * 60 + minutes, zone);
}

/** An instant of a working day, counted from today by the calendar and clock of WIB; negative ones lie behind. */
export type OnWorkingDay = (days: number, time: string) => Date;

export function workingDaysAround(now: Date, isHoliday: IsHoliday): OnWorkingDay {
  const today = localDate(now, ZONE);
  return (days, time) => on(addWorkingDays(today, days, isHoliday), time);
}

/** The zone of what is printed. */
const ZONE = 'Asia/Jakarta';
const dayOf = (at: Date): string => localDate(at, ZONE);
const weekOf = (at: Date): number => Math.floor(dayNumber(dayOf(at)) / 7);

/** Whether something lies so long before the end of the story that nobody looks for its mails. */
const isOld = (at: Date, until: Date): boolean => until.getTime() - at.getTime() > 30 * 86_400_000;

/** Plays steps in the order of their time, each through the real use-cases, with the clock set to it. */
export class Stage {
  private lastMail = '0';

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: SettableClock,
    private readonly actors: ReadonlyMap<string, Actor>,
    private readonly print: (line: string) => void,
    private readonly until: Date,
  ) {}

  use<UseCase>(type: Type<UseCase>): UseCase {
    return this.app.get(type);
  }

  actor(email: string): Actor {
    const actor = this.actors.get(email);
    if (!actor) throw new Error(`No example account ${email}`);
    return actor;
  }

  async play(steps: readonly StoryStep[]): Promise<void> {
    for (const scene of scenesOf(steps.toSorted((a, b) => a.at.getTime() - b.at.getTime()))) {
      const [first] = scene;
      if (!first.quiet) await this.playAloud(first);
      else {
        await this.playQuietly(scene);
      }
    }
  }

  private playStep(step: StoryStep): Promise<string | undefined> {
    this.clock.set(step.at);
    return step.act(this);
  }

  /** What is older than a month writes no mails: only what comes due by itself is done for it. */
  private async playQuietly(scene: readonly [StoryStep, ...StoryStep[]]): Promise<void> {
    const database = this.app.get(Database);
    await database.transaction(async () => {
      for (const step of scene) await this.playStep(step);
      if (isOld(scene[0].at, this.until))
        await database.query(`DELETE FROM pgboss.job WHERE state = 'created'`);
    });
    await this.app.get(JobQueue).settle();
    await this.newMails();
  }

  private async playAloud(step: StoryStep): Promise<void> {
    const result = await this.playStep(step);
    await this.app.get(JobQueue).settle();
    const when = `${dayOf(step.at)} ${formatTime(step.at, ZONE)}`;
    this.print(`${when}  ${step.tell}${result ? `: ${result}` : ''}`);
    for (const line of await this.newMails()) this.print(`    mailed ${line}`);
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

/** Quiet steps of one week that follow one another are one scene, any other step is one of its own. */
function scenesOf(steps: readonly StoryStep[]): [StoryStep, ...StoryStep[]][] {
  const scenes: [StoryStep, ...StoryStep[]][] = [];
  for (const step of steps) {
    const last = scenes.at(-1);
    if (step.quiet && last?.[0].quiet && weekOf(last[0].at) === weekOf(step.at)) last.push(step);
    else scenes.push([step]);
  }
  return scenes;
}
