import { Injectable } from '@nestjs/common';
import { CloseAccount } from '../../people/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import { itemOf } from '../../platform/jobs/sweeps.js';
import { newId } from '../../platform/text/tokens.js';
import { ERASE, type ErasureGround } from '../domain/erasure.js';
import { ErasureRepository } from '../storage/erasure-repository.js';
import type { OwnIds } from '../storage/subject-facts.js';

/** On whose word: a letter that was entered has who entered it, what it was, and of when. */
export type Asked =
  | { ground: Exclude<ErasureGround, 'letter' | 'restored'> }
  | { ground: 'letter'; enteredBy: string; reason: string; letterOn: string };

/**
 * Begins to erase somebody: from its commit on nobody signs in by the account and no link of theirs opens anything. The rest
 * is a job, which goes on until it is done.
 */
@Injectable()
export class BeginErasure {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly accounts: CloseAccount,
    private readonly erasures: ErasureRepository,
  ) {}

  /** @returns the id of the erasure; @throws PeopleError `account-erased`, `last-administrator` */
  async execute({ persons, participants, members }: OwnIds, asked: Asked): Promise<string> {
    const id = newId();
    const [personId = null] = persons;
    const letter =
      asked.ground === 'letter'
        ? { enteredBy: asked.enteredBy, reason: asked.reason, letterOn: asked.letterOn }
        : { enteredBy: null, reason: '', letterOn: null };
    await this.database.transaction(async () => {
      if (personId !== null) await this.accounts.execute(personId);
      await this.erasures.closeLinks(participants);
      await this.erasures.add({
        ...{
          id,
          personId,
          participants: [...participants],
          members: [...members],
          ground: asked.ground,
          ...letter,
        },
        ...{ askedAt: this.clock.now(), subject: null, doneTables: [], changed: 0, doneAt: null },
      });
      await this.queue.send(itemOf(ERASE), { key: id });
    });
    return id;
  }
}
