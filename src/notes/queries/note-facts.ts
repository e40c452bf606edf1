import { Injectable } from '@nestjs/common';
import type { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { wasSubmitted } from '../../visits/index.js';
import { noteStatesWith, type NoteActor } from '../domain/note.js';
import { noteSelection, type NoteRow } from '../storage/note-repository.js';
import { can } from '../../platform/security/capabilities.js';

/** A note with what its unit and its author are called. */
export interface NoteFact extends NoteRow {
  unitName: string;
  /** Code of the unit's type: `lapas`, `lpka`, … */
  unitType: string;
  regionalOffice: string;
  authorName: string;
  /** The guest of the visit it comes from when that was never submitted, so that nobody else may know of it. */
  unsentVisitOf: string | null;
}

/** Notes with the names that readers know. */
export const notesWithNames = `SELECT ${noteSelection}, u.name AS "unitName", u.type AS "unitType", u.regional_office AS "regionalOffice",
    a.name AS "authorName",
    (SELECT v.guest_unit FROM visit v WHERE v.id = n.visit_id AND NOT (${wasSubmitted})) AS "unsentVisitOf"
  FROM note n JOIN unit u ON u.code = n.unit JOIN person a ON a.id = n.author_id`;

/** The condition that somebody may read the note aliased `n`; the same rule as `mayReadNote`. */
export function mayReadSql(actor: NoteActor, where: Conditions): string {
  const ways: string[] = [];
  if (can(actor, 'notes.read')) ways.push(`n.state = 'published' AND n.visibility = 'nation'`);
  if (actor.unit !== null && can(actor, 'notes.write')) ways.push(`n.unit = ${where.place(actor.unit)}`);
  if (actor.regionalOffice !== null) {
    const region = `n.unit IN (SELECT r.code FROM unit r WHERE r.regional_office = ${where.place(actor.regionalOffice)})`;
    if (can(actor, 'notes.oversee')) {
      ways.push(`n.state <> ALL (${where.place(noteStatesWith('stays'))}) AND ${region}`);
    } else if (can(actor, 'notes.read')) {
      ways.push(`n.state = 'published' AND n.visibility = 'region' AND ${region}`);
    }
  }
  return ways.map((way) => `(${way})`).join(' OR ') || 'false';
}

@Injectable()
export class NoteFacts {
  constructor(private readonly database: Database) {}

  async byId(id: string): Promise<NoteFact | null> {
    const [fact] = await this.database.query<NoteFact>(`${notesWithNames} WHERE n.id = $1`, [id]);
    return fact ?? null;
  }

  /** Notes that come from a visit, drafts among them. */
  ofVisit(visitId: string): Promise<NoteFact[]> {
    return this.database.query(`${notesWithNames} WHERE n.visit_id = $1 ORDER BY n.created_at, n.id`, [
      visitId,
    ]);
  }
}
