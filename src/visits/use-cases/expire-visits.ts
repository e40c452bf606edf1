import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { answerDeadline } from '../domain/answer-deadline.js';
import { WaitingForAnswer, type WaitingVisit } from '../queries/waiting-for-answer.js';
import { HostTimeRepository } from '../storage/host-time-repository.js';
import { TakeStep } from './take-step.js';

/** Ends what nobody answered in time: offers of a host let go of their place, requests expire. */
@Injectable()
export class ExpireVisits {
  constructor(
    private readonly clock: Clock,
    private readonly waiting: WaitingForAnswer,
    private readonly hostTime: HostTimeRepository,
    private readonly steps: TakeStep,
  ) {}

  async execute(): Promise<void> {
    const now = this.clock.now();
    await this.hostTime.releaseExpired(now);
    const due = (await this.waiting.execute(now)).filter((visit) => deadlineOf(visit) <= now);
    for (const { id, startsAt, proposedAt } of due) {
      await this.steps.bySystem(
        id,
        'expire',
        (visit) =>
          +(visit.proposedStartsAt ?? visit.startsAt) === +startsAt &&
          +(visit.proposedAt ?? 0) === +(proposedAt ?? 0),
      );
    }
  }
}

/** A proposal made when the host's notice had already begun may be answered until its start. */
function deadlineOf({ startsAt, proposedAt, shortestNoticeDays, timeZone }: WaitingVisit): Date {
  const deadline = answerDeadline(startsAt, shortestNoticeDays, timeZone);
  return proposedAt && deadline <= proposedAt ? startsAt : deadline;
}
