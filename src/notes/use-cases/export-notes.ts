import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { describedColumns } from '../../platform/documents/described-columns.js';
import type { TableFormat } from '../../platform/documents/document-format.js';
import { exportList, type ListColumn } from '../../platform/documents/list-export.js';
import type { Download } from '../../platform/http/download.js';
import type { Actor } from '../../platform/security/actor.js';
import { localDate } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { ProgramChoices } from '../../visits/index.js';
import { noteFields } from '../domain/note-fields.js';
import { noteStateWords, visibilityWords } from '../domain/note-state-words.js';
import { FindNotes } from '../queries/find-notes.js';
import { ListNotes } from '../queries/list-notes.js';
import type { NoteFilter } from '../queries/note-conditions.js';
import type { NoteFact } from '../queries/note-facts.js';

/** @param zone of the reader: a note belongs to no zone */
const columnsWith = (programs: ReadonlyMap<string, string>, zone: Zone): ListColumn<NoteFact>[] => [
  ...describedColumns(noteFields, (code) => programs.get(code) ?? code),
  { title: 'UPT', kind: 'text', cell: ({ unitName }) => unitName },
  { title: 'Penulis', kind: 'text', cell: ({ authorName }) => authorName },
  { title: 'Keadaan', kind: 'text', cell: ({ state }) => noteStateWords[state] },
  { title: 'Dapat dibaca', kind: 'text', cell: ({ visibility }) => visibilityWords[visibility] },
  { title: 'Terbit', kind: 'date', cell: ({ publishedAt }) => publishedAt && localDate(publishedAt, zone) },
  { title: 'Terakhir diubah', kind: 'date', cell: ({ changedAt }) => localDate(changedAt, zone) },
  { title: 'Ditinjau lagi', kind: 'date', cell: ({ reviewDueOn }) => reviewDueOn },
];

/** The list of notes as a file, in the order of the list: of words, the best match first. */
@Injectable()
export class ExportNotes {
  constructor(
    private readonly clock: Clock,
    private readonly list: ListNotes,
    private readonly find: FindNotes,
    private readonly programs: ProgramChoices,
  ) {}

  /** @param words what is looked for; all notes without it */
  async execute(
    actor: Actor,
    { words, ...filter }: NoteFilter & { words: string | undefined },
    format: TableFormat,
  ): Promise<Download> {
    const programs = new Map((await this.programs.execute()).map(({ code, title }) => [code, title]));
    return exportList<NoteFact>(
      {
        name: 'praktik-baik',
        title: 'Praktik baik',
        columns: columnsWith(programs, actor.timeZone),
        read: (page) =>
          words
            ? this.find.execute(actor, words, { ...filter, ...page })
            : this.list.execute(actor, { ...filter, ...page }),
      },
      format,
      { now: this.clock.now(), zone: actor.timeZone },
    );
  }
}
