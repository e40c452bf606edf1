import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { actorSides, ReadVisit } from '../../visits/index.js';
import type { Outcome } from '../domain/outcome.js';
import { ReplyError } from '../domain/reply-error.js';
import type { OpenQuestion } from '../domain/reply-question.js';
import { OpenQuestions } from '../queries/open-questions.js';
import { ReceivedMailRepository } from '../storage/received-mail-repository.js';
import { ReplyQuestionRepository } from '../storage/reply-question-repository.js';
import { VouchFor } from './vouch-for.js';

/** Lets officers say whether a mail is the word of their participant. */
@Injectable()
export class DecideQuestion {
  constructor(
    private readonly database: Database,
    private readonly read: ReadVisit,
    private readonly open: OpenQuestions,
    private readonly questions: ReplyQuestionRepository,
    private readonly received: ReceivedMailRepository,
    private readonly vouch: VouchFor,
  ) {}

  /**
   * What somebody may decide of a visit: nothing for mere readers.
   *
   * @throws RequestError `not-found` to those who may not see the visit
   */
  async list(actor: Actor, visitId: string): Promise<OpenQuestion[]> {
    const unit = await this.unitOf(actor, visitId);
    return unit === null ? [] : this.open.ofVisit(visitId, [unit]);
  }

  /**
   * Does what the mail says; plain words are only marked as read. Where it came from another address than the
   * participant's, that one counts from now on as another of the same person.
   *
   * @throws ReplyError `question-gone` when it was decided, or a newer mail took its place
   * @throws VisitError `answer-too-late` when the visit is off or over
   * @throws RequestError `not-found`, `not-allowed`
   */
  async accept(actor: Actor, visitId: string, mailId: string): Promise<void> {
    await this.decide(actor, visitId, mailId, (question, unit) =>
      this.vouch.execute({ name: actor.name, unit }, visitId, question),
    );
  }

  /** @throws ReplyError `question-gone`; RequestError `not-found`, `not-allowed` */
  async dismiss(actor: Actor, visitId: string, mailId: string): Promise<void> {
    await this.decide(actor, visitId, mailId, () => Promise.resolve('question-dismissed'));
  }

  private async decide(
    actor: Actor,
    visitId: string,
    mailId: string,
    become: (question: OpenQuestion, unit: string) => Promise<Outcome>,
  ): Promise<void> {
    const unit = await this.unitOf(actor, visitId);
    if (unit === null) throw new RequestError('not-allowed');
    await this.database.transaction(async () => {
      const question = (await this.open.ofVisit(visitId, [unit])).find((each) => each.mailId === mailId);
      const isTaken = question && (await this.questions.take(visitId, mailId));
      if (!isTaken) throw new ReplyError('question-gone');
      await this.received.conclude(mailId, await become(question, unit), visitId);
    });
  }

  /** The unit of the visit that somebody acts for, its own or one that merged into it; null for those who only read it. */
  private async unitOf(actor: Actor, visitId: string): Promise<string | null> {
    const { visit } = await this.read.execute(actor, visitId);
    const sides = actorSides(visit, actor);
    if (sides.includes('guest')) return visit.guestUnit;
    return sides.includes('host') ? visit.hostUnit : null;
  }
}
