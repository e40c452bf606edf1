import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Rows } from '../database/rows.js';
import { mailCheckNames } from './check-states.js';
import { MailCheckEntity } from './mail-check.entity.js';

const COLUMNS = ['name', 'state', 'finding', 'detail', 'since', 'checkedAt', 'goodAt'] as const;

/** What was found last, known to all processes. */
@Injectable()
export class MailCheckRepository {
  constructor(@InjectRepository(MailCheckEntity) private readonly checks: Rows<MailCheckEntity>) {}

  /** Keeps what was found at an instant. @returns what had been found before; null for the first time */
  async note(
    { name, state, finding, detail }: Pick<MailCheckEntity, 'name' | 'state' | 'finding' | 'detail'>,
    now: Date,
  ): Promise<Pick<MailCheckEntity, 'state' | 'finding'> | null> {
    const before = await this.checks.findOne(['state', 'finding', 'since', 'goodAt'], { name });
    const since = before?.finding === finding ? before.since : now;
    const goodAt = state === 'good' ? now : (before?.goodAt ?? null);
    const row = { name, state, finding, detail, since, checkedAt: now, goodAt };
    await this.checks.put({ key: ['name'] }, row);
    return before;
  }

  /** In the order of their names' list; what was never checked is not there. */
  async all(): Promise<MailCheckEntity[]> {
    const found = await this.checks.find(COLUMNS, {});
    return found.sort((one, other) => mailCheckNames.indexOf(one.name) - mailCheckNames.indexOf(other.name));
  }
}
