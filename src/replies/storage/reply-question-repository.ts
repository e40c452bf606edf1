import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { ReplyQuestion } from '../domain/reply-question.js';

/** Mails that wait for an officer's word. */
@Injectable()
export class ReplyQuestionRepository {
  constructor(private readonly database: Database) {}

  /** Takes the place of what was asked about the participant before, so that no flood of mails makes many questions. */
  async ask(question: ReplyQuestion): Promise<void> {
    const { mailId, participantId, kind, answer, startsAt, endsAt, substitute, words, isProven, askedAt } =
      question;
    await this.database.query(
      `INSERT INTO reply_question (received_mail_id, participant_id, kind, answer, starts_at, ends_at, substitute,
         words, is_proven, asked_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT ON CONSTRAINT reply_question_participant_key DO UPDATE SET
         received_mail_id = excluded.received_mail_id, kind = excluded.kind, answer = excluded.answer,
         starts_at = excluded.starts_at, ends_at = excluded.ends_at, substitute = excluded.substitute,
         words = excluded.words, asked_at = excluded.asked_at`,
      [mailId, participantId, kind, answer, startsAt, endsAt, substitute, words, isProven, askedAt],
    );
  }

  /** Takes a question away, and holds off whoever decides it at the same moment. @returns false when it is gone */
  async take(visitId: string, mailId: string): Promise<boolean> {
    const rows = await this.database.query(
      `WITH taken AS (
         DELETE FROM reply_question q USING visit_participant p
         WHERE q.received_mail_id = $2 AND p.id = q.participant_id AND p.visit_id = $1 RETURNING 1)
       SELECT FROM taken`,
      [visitId, mailId],
    );
    return rows.length > 0;
  }

  /** Nothing needs to be asked any more of somebody whose own answer is known. */
  async forgetUnproven(participantId: string): Promise<void> {
    await this.database.query('DELETE FROM reply_question WHERE participant_id = $1 AND NOT is_proven', [
      participantId,
    ]);
  }
}
