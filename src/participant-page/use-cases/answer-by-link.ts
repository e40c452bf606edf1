import { Injectable } from '@nestjs/common';
import { found } from '../../platform/http/request-error.js';
import { AddressFaults } from '../../platform/mail/address-faults.js';
import {
  AnswerInvitation,
  ParticipantLinks,
  ParticipantRepository,
  RelayProposal,
  type GivenAnswer,
  type LinkedParticipant,
  type ProposedSubstitute,
} from '../../visits/index.js';

/** Said as it comes. */
const byLink = { from: 'link', statedAt: null } as const;

/** Lets a participant answer by a link, without an account and as often as wanted. */
@Injectable()
export class AnswerByLink {
  constructor(
    private readonly links: ParticipantLinks,
    private readonly participants: ParticipantRepository,
    private readonly answer: AnswerInvitation,
    private readonly relay: RelayProposal,
    private readonly faults: AddressFaults,
  ) {}

  /**
   * @throws RequestError `not-found` for a link that opens nothing
   * @throws VisitError `answer-too-late` when the visit is off or over
   */
  async execute(secret: string, answer: GivenAnswer): Promise<void> {
    const link = found(await this.links.open(secret));
    const said = { ...byLink, answer, comment: '', note: '' };
    await this.answer.execute(link.visitId, link.participantId, said);
    await this.hasRead(link);
  }

  /**
   * Says that somebody else would come instead; the officers decide.
   *
   * @throws RequestError `not-found` for a link that opens nothing
   * @throws VisitError `answer-too-late` when the visit is off or over
   */
  async suggestSubstitute(
    secret: string,
    substitute: Omit<ProposedSubstitute, 'from' | 'statedAt'>,
  ): Promise<void> {
    const link = found(await this.links.open(secret));
    await this.relay.substitute(link.visitId, link.participantId, { ...substitute, ...byLink });
    await this.hasRead(link);
  }

  /** Whoever answers by the link of a mail has got the mail. */
  private async hasRead({ visitId, participantId }: LinkedParticipant): Promise<void> {
    const all = await this.participants.ofVisit(visitId);
    const email = all.find(({ id }) => id === participantId)?.email;
    if (email) await this.faults.clear(email);
  }
}
