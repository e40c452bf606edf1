import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { found } from '../../platform/http/request-error.js';
import { hashSecret } from '../../platform/text/tokens.js';
import {
  AnswerInvitation,
  hasTrait,
  RelayProposal,
  type GivenAnswer,
  type ProposedSubstitute,
} from '../../visits/index.js';
import { FindAskedParticipant, type AskedParticipant } from '../queries/asked-participant.js';

/** What somebody with an answer link sees. */
export interface Asked {
  participant: AskedParticipant;
  /** Whether an answer is still of use: the visit is confirmed and not over. */
  isOpen: boolean;
}

/** Lets a participant answer by the link of an invitation, without an account and as often as wanted. */
@Injectable()
export class AnswerByLink {
  constructor(
    private readonly clock: Clock,
    private readonly asked: FindAskedParticipant,
    private readonly answer: AnswerInvitation,
    private readonly relay: RelayProposal,
  ) {}

  /** @throws RequestError `not-found` for a link that is unknown, or of somebody who no longer takes part */
  async read(secret: string): Promise<Asked> {
    const participant = found(await this.asked.byTokenHash(hashSecret(secret)));
    const isOpen = hasTrait(participant.state, 'standing') && this.clock.now() < participant.endsAt;
    return { participant, isOpen };
  }

  /** @throws VisitError `answer-too-late` when the visit is off or over */
  async execute(secret: string, answer: GivenAnswer): Promise<void> {
    const { participant } = await this.read(secret);
    await this.answer.execute(participant.visitId, participant.participantId, answer);
  }

  /**
   * Says that somebody else would come instead; the officers decide.
   *
   * @throws VisitError `answer-too-late` when the visit is off or over
   */
  async suggestSubstitute(secret: string, substitute: ProposedSubstitute): Promise<void> {
    const { participant } = await this.read(secret);
    await this.relay.substitute(participant.visitId, participant.participantId, substitute);
  }
}
