import { Injectable } from '@nestjs/common';
import { AddressFaults } from '../../platform/mail/address-faults.js';
import { plainWords } from '../../platform/text/plain-words.js';
import { whenSaid } from '../../visits/index.js';
import type { CalendarReply } from '../domain/calendar-reply.js';
import {
  judgeReply,
  type InvitedPerson,
  type Saying,
  type Statement,
  type Verdict,
} from '../domain/judge-reply.js';
import type { Outcome } from '../domain/outcome.js';
import type { Evidence } from '../domain/proof.js';
import { columnsOf } from '../domain/reply-question.js';
import { InvitedPeople } from '../queries/invited-people.js';
import { ReplyQuestionRepository } from '../storage/reply-question-repository.js';
import { CarryOut } from './carry-out.js';
import { SendAgain } from './send-again.js';

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
const LONGEST_WORDS = 500;

/** What became of a mail; the visit it is about, if any. */
export interface Received {
  outcome: Outcome;
  visitId: string | null;
}

/** A mail as it is kept, and when what it says was said. */
export interface Arrival {
  mailId: string;
  /** Its Date; null when it has none. */
  sentAt: Date | null;
  cameAt: Date;
  now: Date;
}

/** Does what a scheduling message asks when it is certain whose word it is, and asks people when it is not. */
@Injectable()
export class FollowReply {
  constructor(
    private readonly invited: InvitedPeople,
    private readonly faults: AddressFaults,
    private readonly questions: ReplyQuestionRepository,
    private readonly carryOut: CarryOut,
    private readonly sendAgain: SendAgain,
  ) {}

  /** @param replies what the mail says of each event: the first that somebody was invited to counts */
  async execute(arrival: Arrival, replies: readonly CalendarReply[], evidence: Evidence): Promise<Received> {
    const ids = [...new Set(replies.map(({ uid }) => uid))].filter((uid) => UUID.test(uid));
    const known = ids.length > 0 ? await this.invited.ofEvents(ids) : [];
    const reply = replies.find(({ uid }) => known.some(({ eventId }) => eventId === uid)) ?? replies[0];
    if (!reply) return { outcome: 'not-understood', visitId: null };
    const people = known.filter(({ eventId }) => eventId === reply.uid);
    const saying = {
      saidAt: whenSaid(reply.stampedAt ?? arrival.sentAt, arrival.cameAt),
      now: arrival.now,
    };
    const said = { ...reply, comment: plainWords(reply.comment, LONGEST_WORDS) };
    const verdict = judgeReply(said, evidence, people, saying);
    const outcome = await this.follow(arrival, verdict, reply.uid, saying);
    return { outcome, visitId: people[0]?.visitId ?? null };
  }

  private async follow(
    arrival: Arrival,
    verdict: Verdict,
    eventId: string,
    saying: Saying,
  ): Promise<Outcome> {
    switch (verdict.kind) {
      case 'kept':
        return verdict.reason;
      case 'done':
        return this.take(verdict, saying);
      case 'refresh':
        return this.sendAgain.execute(verdict.person.visitId, eventId, verdict.person.email);
      case 'asked':
        await this.ask(arrival.mailId, verdict.person, verdict.statement, saying);
        return 'question';
    }
  }

  private async take(
    { person, proof, statement }: Extract<Verdict, { kind: 'done' }>,
    { saidAt }: Saying,
  ): Promise<Outcome> {
    const { visitId, participantId } = person;
    await this.questions.forgetUnproven(participantId);
    const became = await this.carryOut.execute(visitId, participantId, statement, {
      saidAt,
      vouchedBy: null,
    });
    if (became === statement.kind) await this.faults.clear(proof.email);
    return became;
  }

  private async ask(
    mailId: string,
    { participantId }: InvitedPerson,
    statement: Statement,
    { saidAt, now }: Saying,
  ): Promise<void> {
    const words = statement.comment;
    const question = { mailId, participantId, ...columnsOf(statement), words, isProven: false };
    await this.questions.ask({ ...question, saidAt, askedAt: now });
  }
}
