import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Not } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows, Values } from '../../platform/database/rows.js';
import { VisitProgramEntity } from './visit-program.entity.js';
import { visitColumns, visitSelection, type VisitRow } from './visit-row.js';
import { VisitEntity } from './visit.entity.js';

const valuesOf = (visit: VisitRow): Values<VisitEntity> =>
  Object.fromEntries(visitColumns.map((name) => [name, visit[name]]));

/** What differs: a column that is written wakes the triggers that watch it, even where it stays as it is. */
const changedValues = (visit: VisitRow, before: VisitRow): Values<VisitEntity> =>
  Object.fromEntries(
    visitColumns
      .filter((name) => !isDeepStrictEqual(visit[name], before[name]))
      .map((name) => [name, visit[name]]),
  );

const questionsOf = ({ learningQuestionIds, learningQuestions }: VisitRow) => [
  learningQuestionIds,
  learningQuestions,
];

@Injectable()
export class VisitRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(VisitEntity) private readonly visits: Rows<VisitEntity>,
    @InjectRepository(VisitProgramEntity) private readonly programs: Rows<VisitProgramEntity>,
  ) {}

  /**
   * A free number of a prefix in the year of an instant where the host is, mostly the least; it is free again when the open
   * transaction rolls back.
   */
  async takeNumber(prefix: string, at: Date, hostUnit: string): Promise<{ year: number; number: number }> {
    const [row] = await this.database.query<{ year: number; number: number }>(
      `SELECT y.year, take_visit_number($1, y.year) AS number /* never null: it gives a number or raises an error */
       FROM (SELECT extract(year FROM $2::timestamptz AT TIME ZONE
         coalesce((SELECT u.time_zone FROM unit u WHERE u.code = $3), 'UTC'))::int AS year) y`,
      [prefix, at, hostUnit],
    );
    if (!row) throw new Error('no number was given');
    return row;
  }

  /** Sends all its statements at once. */
  async insert(visit: VisitRow): Promise<void> {
    await Promise.all([
      this.visits.insert(valuesOf(visit)),
      this.programs.insert(...visit.programs.map((program) => ({ visitId: visit.id, program }))),
      visit.learningQuestionIds.length > 0 && this.saveQuestions(visit),
    ]);
  }

  /**
   * Sends all its statements at once.
   *
   * @param before the visit as it stands in the database
   */
  async save(visit: VisitRow, before: VisitRow): Promise<void> {
    await Promise.all([
      this.visits.update({ id: visit.id }, changedValues(visit, before)),
      !isDeepStrictEqual(visit.programs, before.programs) && this.savePrograms(visit),
      !isDeepStrictEqual(questionsOf(visit), questionsOf(before)) && this.saveQuestions(visit),
    ]);
  }

  /** The visit, locked until the transaction ends, so that steps on it follow one another. */
  async lock(id: string): Promise<VisitRow | null> {
    const [visit] = await this.database.query<VisitRow>(
      `SELECT ${visitSelection} FROM visit v WHERE v.id = $1 FOR UPDATE`,
      [id],
    );
    return visit ?? null;
  }

  /** Keeps that an office approved a time of a visit. */
  async approve(
    approval: { visitId: string; regionalOffice: string; approvedBy: string; approvedAt: Date },
    { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO visit_approval (visit_id, regional_office, during, approved_by, approved_at)
       VALUES ($1, $2, tstzrange($3, $4), $5, $6) ON CONFLICT DO NOTHING`,
      [
        ...[approval.visitId, approval.regionalOffice, startsAt, endsAt],
        ...[approval.approvedBy, approval.approvedAt],
      ],
    );
  }

  /** What hangs on a question stays with it while its row does, however it is worded and wherever it stands. */
  private async saveQuestions({ id, learningQuestionIds, learningQuestions }: VisitRow): Promise<void> {
    await this.database.query(
      `WITH gone AS (DELETE FROM learning_question WHERE visit_id = $1 AND id <> ALL ($2::uuid[]))
       INSERT INTO learning_question AS stands (id, visit_id, position, words)
       SELECT q.id, $1, q.position, q.words
       FROM unnest($2::uuid[], $3::text[]) WITH ORDINALITY AS q (id, words, position)
       ON CONFLICT (id) DO UPDATE SET position = excluded.position, words = excluded.words
       WHERE (stands.position, stands.words) IS DISTINCT FROM (excluded.position, excluded.words)`,
      [id, learningQuestionIds, learningQuestions],
    );
  }

  private async savePrograms({ id, programs }: VisitRow): Promise<void> {
    await Promise.all([
      this.programs.delete({ visitId: id, program: Not(In(programs)) }),
      this.programs.insertMissing(...programs.map((program) => ({ visitId: id, program }))),
    ]);
  }
}
