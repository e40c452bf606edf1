import { Injectable } from '@nestjs/common';
import { nameList } from '../../platform/text/name-list.js';
import { sentences } from '../../platform/text/sentences.js';
import { AnswerInvitation, RelayProposal, VisitError, WriteToVisit } from '../../visits/index.js';
import type { Statement } from '../domain/judge-reply.js';
import { FindSharers, type Sharer } from '../queries/sharers.js';

/** When a participant said something, and by whose word it is that participant's. */
interface Saying {
  saidAt: Date;
  /** Name of the officer who says that it is; null when a proof says so. */
  vouchedBy: string | null;
}

type Became = Statement['kind'] | 'answer-outdated' | 'answer-too-late';

/**
 * Does what a participant says by mail: an answer counts, a proposal is told to the officers.
 *
 * A mailbox that several participants share has one invitation in its calendar, which names them all: its answer is that of
 * all who have not answered for themselves, by their own link or through an officer. Whom it would have replaced nobody can
 * tell: that is only told.
 */
@Injectable()
export class CarryOut {
  constructor(
    private readonly answer: AnswerInvitation,
    private readonly relay: RelayProposal,
    private readonly write: WriteToVisit,
    private readonly sharers: FindSharers,
  ) {}

  /** @returns what became of it, when it was not done why not */
  async execute(
    visitId: string,
    participantId: string,
    statement: Statement,
    saying: Saying,
  ): Promise<Became> {
    const sharers = await this.sharers.of(participantId);
    try {
      return statement.kind === 'answer'
        ? await this.answerFor(visitId, sharers, statement, saying)
        : await this.propose(visitId, participantId, statement, sharers, saying);
    } catch (error) {
      if (error instanceof VisitError && error.code === 'answer-too-late') return 'answer-too-late';
      throw error;
    }
  }

  private async answerFor(
    visitId: string,
    sharers: readonly Sharer[],
    { answer, comment }: Extract<Statement, { kind: 'answer' }>,
    saying: Saying,
  ): Promise<Became> {
    const meant = sharers.length > 1 ? sharers.filter(({ hasOwnAnswer }) => !hasOwnAnswer) : sharers;
    const given = { from: 'mail', statedAt: saying.saidAt, answer, comment } as const;
    const note = noteOf(saying, sharers);
    const fates: string[] = [];
    for (const { participantId } of meant)
      fates.push(await this.answer.execute(visitId, participantId, { ...given, note }));
    return fates.every((fate) => fate === 'overtaken') ? 'answer-outdated' : 'answer';
  }

  private async propose(
    visitId: string,
    participantId: string,
    statement: Exclude<Statement, { kind: 'answer' }>,
    sharers: readonly Sharer[],
    saying: Saying,
  ): Promise<Became> {
    const comment = sentences(statement.comment, noteOf(saying, sharers));
    if (statement.kind === 'other-time') {
      await this.relay.otherTime(visitId, participantId, { ...statement, comment });
    } else if (sharers.length > 1) {
      await this.write.execute(
        visitId,
        participantId,
        sentences(`Pengganti: ${statement.substitute}`, comment),
      );
    } else {
      const { substitute } = statement;
      const said = { from: 'mail', statedAt: saying.saidAt, name: substitute, email: substitute } as const;
      await this.relay.substitute(visitId, participantId, { ...said, comment });
    }
    return statement.kind;
  }
}

const noteOf = ({ vouchedBy }: Saying, sharers: readonly Sharer[]): string =>
  sentences(sharedNote(sharers), vouchedBy === null ? '' : `Dari surat, dipastikan oleh ${vouchedBy}`);

/** Whose mailbox something came from, where it is that of several. */
export const sharedNote = (sharers: readonly Sharer[]): string =>
  sharers.length > 1 ? `Dari kotak surat bersama ${nameList(sharers.map(({ name }) => name))}` : '';
