import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { withoutSigns, type TextPart } from '../../platform/text/marked-text.js';
import { excerptOf, markedText, readText, wordsFound, type LookedFor } from '../domain/found-words.js';
import type { NoteSection } from '../domain/note-fields.js';
import { notesWithNames, type NoteFact } from './note-facts.js';
import { WordStems } from './word-stems.js';

/** A note that was found, with the hits in it. */
export interface FoundNote extends NoteFact {
  markedTitle: TextPart[];
  /** Where its texts have what was looked for; the beginning of a text when only its title or names have it. */
  excerpt: TextPart[];
}

/** The sections in the order in which an excerpt is cut from them. */
const sections = {
  result: true,
  whatWasDone: true,
  howToCopy: true,
  context: true,
  resources: true,
  pitfalls: true,
  contact: true,
} as const satisfies Record<NoteSection, true>;
const inOrder = Object.keys(sections) as NoteSection[];

const bodyOf = (note: NoteFact): string =>
  withoutSigns(
    inOrder
      .map((name) => note[name])
      .filter((text) => text !== '')
      .join(' … ')
      .replaceAll(/\s+/g, ' '),
  );

/** Notes by their ids, in that order, with their hits marked. */
@Injectable()
export class FoundNotes {
  constructor(
    private readonly database: Database,
    private readonly stems: WordStems,
  ) {}

  /** In one statement, or in two when a word that may be a hit was not met before. */
  async execute(ids: readonly string[], lookedFor: LookedFor): Promise<FoundNote[]> {
    const notes = await this.database.query<NoteFact>(
      `${notesWithNames} WHERE n.id = ANY ($1::uuid[]) ORDER BY array_position($1::uuid[], n.id)`,
      [ids],
    );
    const read = notes.map((note) => ({
      note,
      title: readText(note.title, lookedFor),
      body: readText(bodyOf(note), lookedFor),
    }));
    const likely = new Set(
      read.flatMap(({ title, body }) => [...title.likely.values(), ...body.likely.values()]),
    );
    const stems = await this.stems.execute(likely);
    return read.map(({ note, title, body }) => ({
      ...note,
      markedTitle: markedText(title, wordsFound(title, lookedFor, stems)),
      excerpt: excerptOf(body, wordsFound(body, lookedFor, stems)),
    }));
  }
}
