import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { AddressFaults } from '../../platform/mail/address-faults.js';
import { plainWords } from '../../platform/text/plain-words.js';
import type { CalendarReply } from '../domain/calendar-reply.js';
import { judgeReply, type InvitedPerson, type Statement, type Verdict } from '../domain/judge-reply.js';
import type { Outcome } from '../domain/outcome.js';
import type { Evidence } from '../domain/proof.js';
import { columnsOf } from '../domain/reply-question.js';
import { InvitedPeople } from '../queries/invited-people.js';
import { HeardReplies } from '../storage/heard-replies.js';
import { ReplyQuestionRepository } from '../storage/reply-question-repository.js';
import { CarryOut } from './carry-out.js';

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
const LONGEST_WORDS = 500;

/** What became of a mail; the visit it is about, if any. */
export interface Received {
  outcome: Outcome;
  visitId: string | null;
}

/** Does what a scheduling message asks when it is certain whose word it is, and asks people when it is not. */
@Injectable()
export class FollowReply {
  constructor(
    private readonly clock: Clock,
    private readonly invited: InvitedPeople,
    private readonly heard: HeardReplies,
    private readonly faults: AddressFaults,
    private readonly questions: ReplyQuestionRepository,
    private readonly carryOut: CarryOut,
  ) {}

  /** @param mailId of the mail that came */
  async execute(mailId: string, reply: CalendarReply, evidence: Evidence): Promise<Received> {
    const people = UUID.test(reply.uid) ? await this.invited.ofEvent(reply.uid) : [];
    const visitId = people[0]?.visitId ?? null;
    const verdict = judgeReply(reply, evidence, people);
    if (verdict.kind === 'kept') return { outcome: verdict.reason, visitId };
    if (verdict.kind === 'done') return { outcome: await this.take(verdict, reply.stampedAt), visitId };
    await this.ask(mailId, verdict.person, verdict.statement);
    return { outcome: 'question', visitId };
  }

  private async take(
    { person, proof, statement }: Extract<Verdict, { kind: 'done' }>,
    stampedAt: Date | null,
  ): Promise<Outcome> {
    const { visitId, participantId } = person;
    await this.questions.forgetUnproven(participantId);
    const isTaken = await this.carryOut.execute(visitId, participantId, statement, null);
    if (!isTaken) return 'answer-too-late';
    await this.heard.note(participantId, stampedAt);
    await this.faults.clear(proof.email);
    return statement.kind;
  }

  private async ask(mailId: string, { participantId }: InvitedPerson, statement: Statement): Promise<void> {
    await this.questions.ask({
      mailId,
      participantId,
      ...columnsOf(statement),
      words: plainWords(statement.comment, LONGEST_WORDS),
      isProven: false,
      askedAt: this.clock.now(),
    });
  }
}
