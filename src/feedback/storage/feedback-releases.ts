import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { FindOptionsWhere } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import { newId } from '../../platform/text/tokens.js';
import { nextRelease, type Answer } from '../domain/feedback-release.js';
import { FeedbackReleaseEntity, FeedbackWelcomeReleaseEntity } from './feedback-release.entity.js';

/** What of a visit's feedback is shown. Readers read these rows and never `feedback` itself, by which one is told from another. */
@Injectable()
export class FeedbackReleases {
  constructor(
    private readonly database: Database,
    @InjectRepository(FeedbackReleaseEntity) private readonly said: Rows<FeedbackReleaseEntity>,
    @InjectRepository(FeedbackWelcomeReleaseEntity)
    private readonly welcomes: Rows<FeedbackWelcomeReleaseEntity>,
  ) {}

  /** One at a time, until the transaction ends: two answers at once could both be the third. */
  async lock(participantId: string): Promise<string | null> {
    const [visit] = await this.database.query<{ id: string }>(
      `SELECT v.id FROM visit v WHERE v.id = (SELECT visit_id FROM visit_participant WHERE id = $1)
       FOR NO KEY UPDATE`,
      [participantId],
    );
    return visit?.id ?? null;
  }

  /** After an answer came, was changed or taken back. The host is judged by those alone who are shown, and by three. */
  async renew(visitId: string): Promise<void> {
    const given = await this.given(visitId);
    const shown = await renewRows(this.said, visitId, given.map(saidBy), await this.shownOf(visitId));
    const isShown = new Set(shown.map(({ participantId }) => participantId));
    const judged = given.filter(({ participantId }) => isShown.has(participantId)).flatMap(judgedBy);
    await renewRows(this.welcomes, visitId, judged, await this.shownWelcomesOf(visitId));
  }

  /** Takes what somebody wrote from what is shown, at once; the marks go with the next release. */
  async forgetTexts(participantId: string): Promise<void> {
    await this.said.update({ participantId }, { toCopy: '', toImprove: '', mayName: false });
  }

  private async shownOf(visitId: string): Promise<Answer<Said>[]> {
    const rows = await this.said.find(['participantId', 'usefulness', 'toCopy', 'toImprove', 'mayName'], {
      visitId,
    });
    return rows.map(saidBy);
  }

  private async shownWelcomesOf(visitId: string): Promise<Answer<Judged>[]> {
    const rows = await this.welcomes.find(['participantId', 'usefulness', 'welcome'], { visitId });
    return rows.flatMap(judgedBy);
  }

  private given(visitId: string): Promise<Given[]> {
    return this.database.query(
      `SELECT f.participant_id AS "participantId", f.usefulness, f.welcome, f.to_copy AS "toCopy",
         f.to_improve AS "toImprove", f.may_name AS "mayName"
       FROM feedback f JOIN visit_participant p ON p.id = f.participant_id WHERE p.visit_id = $1`,
      [visitId],
    );
  }
}

type Said = Pick<FeedbackReleaseEntity, 'usefulness' | 'toCopy' | 'toImprove' | 'mayName'>;
type Judged = Pick<FeedbackWelcomeReleaseEntity, 'usefulness' | 'welcome'>;
type Given = Said & { participantId: string; welcome: number | null };

const saidBy = ({ participantId, usefulness, toCopy, toImprove, mayName }: Said & Whose): Answer<Said> => ({
  participantId,
  said: { usefulness, toCopy, toImprove, mayName },
});

const judgedBy = ({
  participantId,
  usefulness,
  welcome,
}: Whose & { usefulness: number; welcome: number | null }): Answer<Judged>[] =>
  welcome === null ? [] : [{ participantId, said: { usefulness, welcome } }];

interface Whose {
  participantId: string | null;
}

/** Gives what is shown then. */
async function renewRows<
  Entity extends FeedbackReleaseEntity | FeedbackWelcomeReleaseEntity,
  Shown extends object,
>(
  rows: Rows<Entity>,
  visitId: string,
  given: readonly Answer<Shown>[],
  shown: readonly Answer<Shown>[],
): Promise<readonly Answer<Shown>[]> {
  const next = nextRelease(given, shown);
  if (!next) return shown;
  await rows.delete({ visitId } as FindOptionsWhere<Entity>);
  await rows.insert(
    ...next.map(({ participantId, said }) => ({ id: newId(), visitId, participantId, ...said })),
  );
  return next;
}
