import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { hitMarks, readMarks, withoutSigns, type TextPart } from '../../platform/text/marked-text.js';
import type { NoteSection } from '../domain/note-fields.js';
import { notesWithNames, type NoteFact } from './note-facts.js';

/** A note that was found, with the hits in it. */
export interface FoundNote extends NoteFact {
  markedTitle: TextPart[];
  /** Where its texts have what was looked for; the beginning of a text when only its title or names have it. */
  excerpt: TextPart[];
}

const marks = `StartSel=${hitMarks.start}, StopSel=${hitMarks.end}`;
const config = `'pg_catalog.indonesian'`;
/** The sections in the order in which an excerpt is cut from them. */
const texts = {
  result: true,
  whatWasDone: true,
  howToCopy: true,
  context: true,
  resources: true,
  pitfalls: true,
  contact: true,
} as const satisfies Record<NoteSection, true>;

/** Notes by their ids, in that order, with their hits marked. */
@Injectable()
export class FoundNotes {
  constructor(private readonly database: Database) {}

  /**
   * In one statement.
   *
   * @param query the tsquery of everything that is marked
   */
  async execute(ids: readonly string[], query: string): Promise<FoundNote[]> {
    const body = Object.keys(texts)
      .map((name) => `f."${name}"`)
      .join(`, ' … ', `);
    const rows = await this.database.query<NoteFact & { title_marked: string; excerpt_marked: string }>(
      `SELECT f.*,
         ts_headline(${config}, f.title, $2::tsquery, '${marks}, HighlightAll=true') AS title_marked,
         ts_headline(${config}, regexp_replace(replace(concat(${body}), '/', ' / '), '\\s+', ' ', 'g'), $2::tsquery,
           '${marks}, MaxFragments=2, MaxWords=22, MinWords=12, FragmentDelimiter=" … "') AS excerpt_marked
       FROM (${notesWithNames} WHERE n.id = ANY ($1::uuid[])) f
       ORDER BY array_position($1::uuid[], f.id)`,
      [ids, query],
    );
    return rows.map(({ title_marked: title, excerpt_marked: excerpt, ...note }) => ({
      ...note,
      markedTitle: readMarks(title),
      excerpt: readMarks(withoutSigns(excerpt)),
    }));
  }
}
