import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { found } from '../../platform/http/request-error.js';
import { AddressFaults } from '../../platform/mail/address-faults.js';
import {
  AnswerInvitation,
  ParticipantLinks,
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
    private readonly database: Database,
    private readonly links: ParticipantLinks,
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
    await this.hasRead(link, () => this.answer.execute(link.visitId, link.participantId, said));
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
    await this.hasRead(link, () =>
      this.relay.substitute(link.visitId, link.participantId, { ...substitute, ...byLink }),
    );
  }

  /** Whoever answers by the link of a mail has got the mail. */
  private async hasRead({ email }: LinkedParticipant, say: () => Promise<unknown>): Promise<void> {
    await this.database.transaction(async () => {
      await say();
      if (email) await this.database.sendAlong(() => this.faults.clear(email));
    });
  }
}
