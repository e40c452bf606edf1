import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import { can, unitsOf } from '../../platform/security/capabilities.js';
import { noteStatesWith } from '../domain/note.js';

/** A note that waits for somebody. */
export interface WaitingNote {
  id: string;
  title: string;
  unitName: string;
  what: 'publish' | 'review' | 'answer';
  /** Calendar date `YYYY-MM-DD` of a review; null otherwise. */
  dueOn: string | null;
}

const MOST = 20;

/** Notes that wait for somebody, in one statement: to be published or reviewed by deciders, to be answered by the unit. */
@Injectable()
export class WaitingNotes {
  constructor(private readonly database: Database) {}

  /** @param today the actor's calendar date, `YYYY-MM-DD` */
  async execute(actor: Actor, today: string): Promise<WaitingNote[]> {
    const isHead = can(actor, 'notes.publish');
    const isRegional = can(actor, 'notes.oversee');
    if (!can(actor, 'notes.write') && !isRegional) return [];
    return this.database.query(
      `SELECT n.id, n.title, u.name AS "unitName", w.what,
         CASE WHEN w.what = 'review' THEN n.review_due_on::text END AS "dueOn"
       FROM note n JOIN unit u ON u.code = n.unit
       CROSS JOIN LATERAL (
         SELECT 'publish' AS what WHERE n.state = 'proposed' AND ($3 OR $4)
         UNION ALL SELECT 'review' WHERE n.state = 'published' AND n.review_due_on <= $5::date AND $3
         UNION ALL SELECT 'answer' WHERE NOT $4 AND n.state = ANY ($6) AND EXISTS (
           SELECT 1 FROM note_comment c WHERE c.note_id = n.id AND c.kind = 'question' AND c.answer IS NULL)
       ) w
       WHERE CASE WHEN $4 THEN u.regional_office = $2 ELSE n.unit = ANY ($1) END
       ORDER BY n.review_due_on NULLS LAST, n.changed_at, n.id LIMIT ${MOST}`,
      [unitsOf(actor), actor.regionalOffice, isHead, isRegional, today, noteStatesWith('discussed')],
    );
  }
}
