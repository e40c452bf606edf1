import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { nameList } from '../../platform/text/name-list.js';
import { sharersOf, statesWith } from '../../visits/index.js';
import type { OpenQuestion } from '../domain/reply-question.js';

/** A visit of which mails wait for an officer's word. */
export interface QuestionedVisit {
  id: string;
  title: string;
  count: number;
  endsAt: Date;
}

/** More than a start page has reason to list. */
const MOST_VISITS = 20;

/**
 * A question stands until somebody decides it. One about an answer falls when the participant answers by another way,
 * and when the visit takes no answers any more.
 */
const STANDS = `(q.kind = 'words' OR v.state = ANY ($3) AND v.ends_at > $2
  AND (p.heard_at IS NULL OR date_trunc('second', p.heard_at) <= q.said_at))`;

/** Officers decide for their unit's own participants; for those of neither unit both may. */
const OWN = `(v.guest_unit = ANY ($1) AND p.side IN ('guest', 'invited') OR v.host_unit = ANY ($1) AND p.side IN ('host', 'invited'))`;

const ASKED = `reply_question q JOIN visit_participant p ON p.id = q.participant_id JOIN visit v ON v.id = p.visit_id`;

/** What waits for an officer's word. */
@Injectable()
export class OpenQuestions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What people of units may decide of a visit. */
  async ofVisit(visitId: string, units: readonly string[]): Promise<OpenQuestion[]> {
    const rows = await this.database.query<
      Omit<OpenQuestion, 'participantName'> & { participantNames: string[] }
    >(
      `SELECT q.received_mail_id AS "mailId", q.participant_id AS "participantId", q.kind, q.answer,
         q.starts_at AS "startsAt", q.ends_at AS "endsAt", q.substitute, q.words, q.is_proven AS "isProven",
         q.said_at AS "saidAt", q.asked_at AS "askedAt", p.email AS "participantEmail", ${sharersOf()} AS "participantNames", left(m.sender, 254) AS sender
       FROM ${ASKED} JOIN received_mail m ON m.id = q.received_mail_id
       WHERE v.id = $4 AND ${OWN} AND ${STANDS}
       ORDER BY q.asked_at, q.received_mail_id`,
      [units, this.clock.now(), statesWith('standing'), visitId],
    );
    return rows.map(({ participantNames, ...question }) => ({
      ...question,
      participantName: nameList(participantNames),
    }));
  }

  /** Visits of which people of units have something to decide, the first to take place first. */
  visitsOf(units: readonly string[]): Promise<QuestionedVisit[]> {
    return this.database.query(
      `SELECT v.id, v.title, count(*)::integer AS count, v.ends_at AS "endsAt" FROM ${ASKED}
       WHERE ${OWN} AND ${STANDS}
       GROUP BY v.id ORDER BY v.ends_at, v.id LIMIT ${MOST_VISITS}`,
      [units, this.clock.now(), statesWith('standing')],
    );
  }
}
