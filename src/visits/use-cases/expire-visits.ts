import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { onlyOf, type Candidate, type SweepRange } from '../../platform/jobs/sweep.js';
import { isPast } from '../../platform/text/deadline.js';
import { answerDue } from '../domain/answer-deadline.js';
import { WaitingForAnswer, type WaitingVisit } from '../queries/waiting-for-answer.js';
import { HostTimeRepository } from '../storage/host-time-repository.js';
import { TakeStep } from './take-step.js';

/** Ends what nobody answered in time: a request expires, an offer of the host lets go of its place. */
@Injectable()
export class ExpireVisits {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly waiting: WaitingForAnswer,
    private readonly hostTime: HostTimeRepository,
    private readonly steps: TakeStep,
  ) {}

  async find(range: SweepRange): Promise<Candidate[]> {
    const now = this.clock.now();
    return (await this.waiting.execute(now, range)).map((visit) => ({
      key: visit.id,
      due: () => (visit.holdsExpiredTime || isOverdue(visit, now) ? [] : null),
    }));
  }

  async one(visitId: string): Promise<void> {
    await this.database.transaction(async () => {
      const now = this.clock.now();
      const [visit] = await this.waiting.execute(now, onlyOf(visitId));
      if (!visit) return;
      if (isOverdue(visit, now)) await this.expire(visit);
      await this.hostTime.releaseExpiredOf(visitId, now);
    });
  }

  private async expire({ id, startsAt, proposedAt }: WaitingVisit): Promise<void> {
    await this.steps.bySystem(
      id,
      'expire',
      (visit) =>
        +(visit.proposedStartsAt ?? visit.startsAt) === +startsAt &&
        +(visit.proposedAt ?? 0) === +(proposedAt ?? 0),
    );
  }
}

const isOverdue = (visit: WaitingVisit, now: Date): boolean =>
  visit.isWaiting && isPast(answerDue(visit), now);
