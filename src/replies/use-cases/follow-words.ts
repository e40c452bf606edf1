import { Injectable } from '@nestjs/common';
import { sentences } from '../../platform/text/sentences.js';
import { VisitError, whenSaid, WriteToVisit } from '../../visits/index.js';
import type { IncomingMail } from '../domain/incoming-mail.js';
import { isAddressOf, isAuthenticated, proofOf, type Evidence } from '../domain/proof.js';
import { columnsOf } from '../domain/reply-question.js';
import { OwnMails, type Correspondent } from '../queries/own-mails.js';
import { FindSharers } from '../queries/sharers.js';
import { ReplyQuestionRepository } from '../storage/reply-question-repository.js';
import { sharedNote } from './carry-out.js';
import type { Arrival, Received } from './follow-reply.js';

/**
 * Brings what a participant wrote in plain words before the officers of that visit: a program cannot tell what it means.
 * What is certainly the participant's also stands in the history.
 */
@Injectable()
export class FollowWords {
  constructor(
    private readonly mails: OwnMails,
    private readonly questions: ReplyQuestionRepository,
    private readonly write: WriteToVisit,
    private readonly sharers: FindSharers,
  ) {}

  async execute(
    { mailId, sentAt, cameAt, now }: Arrival,
    mail: IncomingMail,
    evidence: Evidence,
  ): Promise<Received> {
    const writer = mail.isAutomatic || mail.words === '' ? null : await this.writerOf(mail, evidence);
    if (!writer) return { outcome: 'not-understood', visitId: null };
    const { visitId, participantId } = writer;
    const isOwn = evidence.senders.some((sender) => isAddressOf(sender, writer));
    const isProven = isOwn && isAuthenticated(proofOf(evidence, writer));
    await this.questions.ask({
      mailId,
      participantId,
      ...columnsOf({ kind: 'words', comment: mail.words }),
      words: mail.words,
      isProven,
      saidAt: whenSaid(sentAt, cameAt),
      askedAt: now,
    });
    if (isProven) await this.keepInHistory(visitId, participantId, mail.words);
    return { outcome: 'question', visitId };
  }

  /** A visit that is off or over has the message on its page alone. */
  private async keepInHistory(visitId: string, participantId: string, words: string): Promise<void> {
    try {
      const note = sharedNote(await this.sharers.of(participantId));
      await this.write.execute(visitId, participantId, sentences(words, note));
    } catch (error) {
      if (!(error instanceof VisitError && error.code === 'answer-too-late')) throw error;
    }
  }

  /** By the return address it came to; else by the mail of ours that the sender, who got that one, answers. */
  private async writerOf(
    { answeredMails }: IncomingMail,
    { owners, senders }: Evidence,
  ): Promise<Correspondent | null> {
    if (owners.length > 0) return (await this.mails.participants(owners))[0] ?? null;
    if (answeredMails.length === 0) return null;
    const answered = await this.mails.answeredBy(answeredMails);
    return answered.find((person) => senders.some((sender) => isAddressOf(sender, person))) ?? null;
  }
}
