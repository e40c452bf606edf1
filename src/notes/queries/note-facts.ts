import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { noteSelection, type NoteRow } from '../storage/note-repository.js';

/** A note with what its unit and its author are called. */
export interface NoteFact extends NoteRow {
  unitName: string;
  regionalOffice: string;
  authorName: string;
}

/** Notes with the names that readers know. */
export const notesWithNames = `SELECT ${noteSelection}, u.name AS "unitName", u.regional_office AS "regionalOffice",
    a.name AS "authorName"
  FROM note n JOIN unit u ON u.code = n.unit JOIN person a ON a.id = n.author_id`;

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
