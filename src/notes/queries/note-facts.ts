import { Injectable } from '@nestjs/common';
import type { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { wasSubmitted } from '../../visits/index.js';
import { nameAt } from '../../units/index.js';
import { noteStatesWith, type NoteActor } from '../domain/note.js';
import { noteSelection, type NoteRow } from '../storage/note-repository.js';
import { can, unitsOf } from '../../platform/security/capabilities.js';

/** A note with what its unit and its author are called. */
export interface NoteFact extends NoteRow {
  unitName: string;
  /** The unit for which that counts today: itself, or the one into which it merged. */
  heir: string;
  /** Code of the unit's type: `lapas`, `lpka`, … */
  /** Type of a UPT; null for every other kind. */
  unitType: string | null;
  regionalOffice: string | null;
  authorName: string;
  /** The guest of the visit it comes from when that was never submitted, so that nobody else may know of it. */
  unsentVisitOf: string | null;
}

/** Notes with the names that readers know. */
export const notesWithNames = `SELECT ${noteSelection}, ${nameAt('u', 'n.published_at', 'u.time_zone')} AS "unitName", u.heir, u.type AS "unitType", u.regional_office AS "regionalOffice",
    a.name AS "authorName",
    (SELECT v.guest_unit FROM visit v WHERE v.id = n.visit_id AND NOT (${wasSubmitted})) AS "unsentVisitOf"
  FROM note n JOIN unit u ON u.code = n.unit JOIN person a ON a.id = n.author_id`;

/** The condition that the note `n` is of a program, a place of the statement. */
export const noteIsOf = (program: string): string =>
  `EXISTS (SELECT 1 FROM note_program x WHERE x.note_id = n.id AND x.program = ${program})`;

/** What the note `n` is about, as an index has it. */
export const matterOfNote =
  'matter_of(n.topics, n.title, n.context, n.what_was_done, n.how_to_copy, n.result)';

/** The condition that somebody may read the note aliased `n`; the same rule as `mayReadNote`. */
export function mayReadSql(actor: NoteActor, where: Conditions): string {
  const ways: string[] = [];
  if (can(actor, 'notes.read')) ways.push(`n.state = 'published' AND n.visibility = 'nation'`);
  if (actor.unit !== null && can(actor, 'notes.write'))
    ways.push(`n.unit = ANY (${where.place(unitsOf(actor))})`);
  if (actor.regionalOffice !== null && can(actor, 'notes.oversee')) {
    ways.push(
      `n.state <> ALL (${where.place(noteStatesWith('stays'))}) AND ${inRegion(actor.regionalOffice, where)}`,
    );
  } else if (actor.regionalOffice !== null && can(actor, 'notes.read')) {
    ways.push(
      `n.state = 'published' AND n.visibility = 'region' AND ${inRegion(actor.regionalOffice, where)}`,
    );
  }
  return ways.map((way) => `(${way})`).join(' OR ') || 'false';
}

const inRegion = (office: string, where: Conditions): string =>
  `n.unit IN (SELECT r.code FROM unit r WHERE r.regional_office = ${where.place(office)})`;

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
