import { Injectable } from '@nestjs/common';
import { AddressFaults } from '../../platform/mail/address-faults.js';
import { AnswerInvitation, RelayProposal, VisitError } from '../../visits/index.js';
import type { CalendarReply } from '../domain/calendar-reply.js';
import { judgeReply, type Verdict } from '../domain/judge-reply.js';
import type { Outcome } from '../domain/outcome.js';
import { InvitedPeople } from '../queries/invited-people.js';
import { HeardReplies } from '../storage/heard-replies.js';

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Does what a scheduling message asks, as far as it may: an answer counts, a proposal is told to the officers. */
@Injectable()
export class FollowReply {
  constructor(
    private readonly invited: InvitedPeople,
    private readonly heard: HeardReplies,
    private readonly faults: AddressFaults,
    private readonly answer: AnswerInvitation,
    private readonly relay: RelayProposal,
  ) {}

  async execute(
    reply: CalendarReply,
    sender: string,
    failsChecks: boolean,
  ): Promise<{ outcome: Outcome; visitId: string | null }> {
    const people = UUID.test(reply.uid) ? await this.invited.ofEvent(reply.uid) : [];
    const visitId = people[0]?.visitId ?? null;
    const verdict = judgeReply(reply, sender, failsChecks, people);
    if (verdict.kind === 'kept' || visitId === null) {
      return { outcome: verdict.kind === 'kept' ? verdict.reason : verdict.kind, visitId };
    }
    const isTaken = await this.carryOut(visitId, verdict);
    if (!isTaken) return { outcome: 'answer-too-late', visitId };
    await this.heard.note(verdict.participantId, reply.stampedAt);
    await this.faults.clear(sender);
    return { outcome: verdict.kind, visitId };
  }

  /** @returns false when the visit takes no answer any more */
  private async carryOut(visitId: string, verdict: Exclude<Verdict, { kind: 'kept' }>): Promise<boolean> {
    const { participantId } = verdict;
    try {
      if (verdict.kind === 'answer') {
        await this.answer.execute(visitId, participantId, verdict.answer);
      } else if (verdict.kind === 'other-time') {
        await this.relay.otherTime(visitId, participantId, verdict);
      } else {
        await this.relay.substitute(visitId, participantId, {
          name: verdict.substitute,
          email: verdict.substitute,
          comment: verdict.comment,
        });
      }
      return true;
    } catch (error) {
      if (error instanceof VisitError && error.code === 'answer-too-late') return false;
      throw error;
    }
  }
}
