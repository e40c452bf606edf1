import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { IncomingMail } from '../domain/incoming-mail.js';
import { isAuthenticated, isMailboxOf, proofOf, type Evidence } from '../domain/proof.js';
import { columnsOf } from '../domain/reply-question.js';
import { OwnMails, type Correspondent } from '../queries/own-mails.js';
import { ReplyQuestionRepository } from '../storage/reply-question-repository.js';
import type { Received } from './follow-reply.js';

/** Brings what a participant wrote in plain words before the officers of that visit: a program cannot tell what it means. */
@Injectable()
export class FollowWords {
  constructor(
    private readonly clock: Clock,
    private readonly mails: OwnMails,
    private readonly questions: ReplyQuestionRepository,
  ) {}

  async execute(mailId: string, mail: IncomingMail, evidence: Evidence): Promise<Received> {
    const writer = mail.isAutomatic || mail.words === '' ? null : await this.writerOf(mail, evidence);
    if (!writer) return { outcome: 'not-understood', visitId: null };
    const { visitId, participantId, email } = writer;
    await this.questions.ask({
      mailId,
      participantId,
      ...columnsOf({ kind: 'words', comment: mail.words }),
      words: mail.words,
      isProven: isAuthenticated(proofOf(evidence, visitId, email)),
      askedAt: this.clock.now(),
    });
    return { outcome: 'question', visitId };
  }

  /** By the return address it came to; else by the mail of ours that the sender, who got that one, answers. */
  private async writerOf(
    { answeredMails }: IncomingMail,
    { owners, senders }: Evidence,
  ): Promise<Correspondent | null> {
    if (owners.length > 0) return (await this.mails.participants(owners))[0] ?? null;
    if (answeredMails.length === 0) return null;
    const answered = await this.mails.answeredBy(answeredMails);
    return answered.find(({ email }) => senders.some((sender) => isMailboxOf(sender, email))) ?? null;
  }
}
