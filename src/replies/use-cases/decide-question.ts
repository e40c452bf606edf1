import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { actorSides, ReadVisit, VisitError } from '../../visits/index.js';
import type { Outcome } from '../domain/outcome.js';
import { ReplyError } from '../domain/reply-error.js';
import { statementOf, type OpenQuestion } from '../domain/reply-question.js';
import { OpenQuestions } from '../queries/open-questions.js';
import { ReceivedMailRepository } from '../storage/received-mail-repository.js';
import { ReplyQuestionRepository } from '../storage/reply-question-repository.js';
import { CarryOut } from './carry-out.js';

/** Lets officers say whether a mail is the word of their participant. */
@Injectable()
export class DecideQuestion {
  constructor(
    private readonly database: Database,
    private readonly read: ReadVisit,
    private readonly open: OpenQuestions,
    private readonly questions: ReplyQuestionRepository,
    private readonly received: ReceivedMailRepository,
    private readonly carryOut: CarryOut,
  ) {}

  /**
   * What somebody may decide of a visit: nothing for mere readers.
   *
   * @throws RequestError `not-found` to those who may not see the visit
   */
  async list(actor: Actor, visitId: string): Promise<OpenQuestion[]> {
    const unit = await this.unitOf(actor, visitId);
    return unit === null ? [] : this.open.ofVisit(visitId, unit);
  }

  /**
   * Does what the mail says; plain words are only marked as read.
   *
   * @throws ReplyError `question-gone` when it was decided, or a newer mail took its place
   * @throws VisitError `answer-too-late` when the visit is off or over
   * @throws RequestError `not-found`, `not-allowed`
   */
  async accept(actor: Actor, visitId: string, mailId: string): Promise<void> {
    await this.decide(actor, visitId, mailId, async ({ participantId, ...question }) => {
      const statement = statementOf({ participantId, ...question });
      if (!statement) return 'words';
      const isTaken = await this.carryOut.execute(visitId, participantId, statement, actor.name);
      if (!isTaken) throw new VisitError('answer-too-late');
      return statement.kind;
    });
  }

  /** @throws ReplyError `question-gone`; RequestError `not-found`, `not-allowed` */
  async dismiss(actor: Actor, visitId: string, mailId: string): Promise<void> {
    await this.decide(actor, visitId, mailId, () => Promise.resolve('question-dismissed'));
  }

  private async decide(
    actor: Actor,
    visitId: string,
    mailId: string,
    become: (question: OpenQuestion) => Promise<Outcome>,
  ): Promise<void> {
    const unit = await this.unitOf(actor, visitId);
    if (unit === null) throw new RequestError('not-allowed');
    await this.database.transaction(async () => {
      const question = (await this.open.ofVisit(visitId, unit)).find((each) => each.mailId === mailId);
      const isTaken = question && (await this.questions.take(visitId, mailId));
      if (!isTaken) throw new ReplyError('question-gone');
      await this.received.conclude(mailId, await become(question), visitId);
    });
  }

  /** The unit that somebody acts for in a visit; null for those who only read it. */
  private async unitOf(actor: Actor, visitId: string): Promise<string | null> {
    const { visit } = await this.read.execute(actor, visitId);
    const sides = actorSides(visit, actor);
    return sides.includes('guest') || sides.includes('host') ? actor.unit : null;
  }
}
