import { Injectable } from '@nestjs/common';
import { AnswerInvitation, RelayProposal, VisitError } from '../../visits/index.js';
import type { Statement } from '../domain/judge-reply.js';

/** Does what a participant says by mail: an answer counts, a proposal is told to the officers. */
@Injectable()
export class CarryOut {
  constructor(
    private readonly answer: AnswerInvitation,
    private readonly relay: RelayProposal,
  ) {}

  /**
   * @param vouchedBy name of the officer who says that it is that participant's word; null when a proof says so
   * @returns false when the visit takes no answer any more
   */
  async execute(
    visitId: string,
    participantId: string,
    statement: Statement,
    vouchedBy: string | null,
  ): Promise<boolean> {
    const note = vouchedBy === null ? '' : `Dari surat, dipastikan oleh ${vouchedBy}`;
    const comment = [statement.comment, note].filter(Boolean).join('. ');
    try {
      if (statement.kind === 'answer') {
        await this.answer.execute(visitId, participantId, statement.answer, note || null);
      } else if (statement.kind === 'other-time') {
        await this.relay.otherTime(visitId, participantId, { ...statement, comment });
      } else {
        const { substitute } = statement;
        await this.relay.substitute(visitId, participantId, { name: substitute, email: substitute, comment });
      }
      return true;
    } catch (error) {
      if (error instanceof VisitError && error.code === 'answer-too-late') return false;
      throw error;
    }
  }
}
