import type { OtherWay } from '../domain/answer-ways.js';

/** The host's last answer to a visit: accepted, declined, proposed another time; all null while there is none. */
export interface HostAnswerFacts {
  answerAction: string | null;
  /** How it came, where its own people did not give it by an account. */
  answerCameBy: OtherWay | null;
  /** Who gave it, or wrote it down. */
  answerName: string | null;
  /** What whoever gave it without an account does, and where to call. */
  answerOffice: string | null;
  answerPhone: string | null;
  answeredAt: Date | null;
}

/** Joins the last answer of the host of visit `v` as `ha`, but for one entered for it that fell when it objected. */
export const hostAnswerJoin = `LEFT JOIN LATERAL (
         SELECT a.action, a.came_by, a.actor_name, x.office, x.phone, a.at
         FROM visit_history a LEFT JOIN host_answer x ON x.visit_id = a.visit_id AND x.version = a.version
         WHERE a.visit_id = v.id AND a.action IN ('accept', 'decline', 'propose')
           AND (a.came_by IS NOT NULL OR a.side = 'host')
           AND (a.came_by IS NULL OR a.came_by NOT IN ('letter', 'telephone') OR v.answer_entered_at IS NOT NULL)
         ORDER BY a.version DESC LIMIT 1) ha ON true`;

/** Its SELECT list, named as in `HostAnswerFacts`. */
export const hostAnswerSelection = `ha.action AS "answerAction", ha.came_by AS "answerCameBy", ha.actor_name AS "answerName",
         ha.office AS "answerOffice", ha.phone AS "answerPhone", ha.at AS "answeredAt"`;
