import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import type { ReplyQuestion } from '../domain/reply-question.js';
import { ReplyQuestionEntity } from './reply-question.entity.js';

/** Mails that wait for an officer's word. */
@Injectable()
export class ReplyQuestionRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(ReplyQuestionEntity) private readonly questions: Rows<ReplyQuestionEntity>,
  ) {}

  /** Takes the place of what was asked about the participant before, so that no flood of mails makes many questions. */
  async ask({ mailId, ...question }: ReplyQuestion): Promise<void> {
    await this.questions.put({ key: ['participantId', 'isProven'] }, { ...question, receivedMailId: mailId });
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
    await this.questions.delete({ participantId, isProven: false });
  }
}
