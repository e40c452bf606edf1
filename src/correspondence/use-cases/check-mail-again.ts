import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { MailChecks, type MailCheck } from '../../platform/mail-checks/mail-checks.js';

/** Milliseconds that somebody who asked waits for what is found, and between two looks whether it is there. */
const PATIENCE = { longest: 3_000, between: 150 } as const;

/** Has sending and receiving looked at anew, and waits a little for what is found. */
@Injectable()
export class CheckMailAgain {
  constructor(private readonly checks: MailChecks) {}

  /** @returns what is known after a while: where a server hangs, that is what was found before */
  async execute(): Promise<MailCheck[]> {
    const before = new Map(
      (await this.checks.all()).map(({ name, checkedAt }) => [name, checkedAt.getTime()]),
    );
    await this.checks.ask();
    let found = await this.checks.all();
    for (let waited = 0; waited < PATIENCE.longest; waited += PATIENCE.between) {
      const isDone = ({ name, checkedAt }: MailCheck): boolean =>
        checkedAt.getTime() > (before.get(name) ?? 0);
      if (found.length > 0 && found.every(isDone)) break;
      await pause(PATIENCE.between);
      found = await this.checks.all();
    }
    return found;
  }
}
