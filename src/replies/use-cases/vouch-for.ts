import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { VisitError } from '../../visits/index.js';
import type { Outcome } from '../domain/outcome.js';
import { ReplyError } from '../domain/reply-error.js';
import { isFromElsewhere, statementOf, type OpenQuestion } from '../domain/reply-question.js';
import { KnownSenderRepository } from '../storage/known-sender-repository.js';
import { CarryOut } from './carry-out.js';

/** Does what a mail says by an officer's word, and remembers from where else that participant writes. */
@Injectable()
export class VouchFor {
  constructor(
    private readonly clock: Clock,
    private readonly senders: KnownSenderRepository,
    private readonly carryOut: CarryOut,
  ) {}

  /**
   * @param officer by name and unit
   * @throws VisitError `answer-too-late`; ReplyError `question-gone` when the participant said something newer since
   */
  async execute(
    officer: { name: string; unit: string },
    visitId: string,
    question: OpenQuestion,
  ): Promise<Outcome> {
    const statement = statementOf(question);
    if (!statement) return 'words';
    const { participantId, saidAt, sender } = question;
    const said = { saidAt, vouchedBy: officer.name };
    const became = await this.carryOut.execute(visitId, participantId, statement, said);
    if (became === 'answer-too-late') throw new VisitError('answer-too-late');
    if (became === 'answer-outdated') throw new ReplyError('question-gone');
    if (isFromElsewhere(question)) {
      const known = { participantId, sender, unit: officer.unit, saidAt: this.clock.now() };
      await this.senders.remember(known);
    }
    return became;
  }
}
