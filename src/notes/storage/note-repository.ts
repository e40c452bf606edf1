import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Not } from 'typeorm';
import { columnName } from '../../platform/database/naming.js';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import type { Zone } from '../../platform/text/zones.js';
import { noteFields, type NoteField } from '../domain/note-fields.js';
import { NoteEntity, NoteProgramEntity } from './note.entity.js';

/** A best-practice note as it is stored. */
export interface NoteRow extends Omit<NoteEntity, 'visitId'> {
  programs: string[];
  /** The visit it comes from. */
  visit: string | null;
}

/** A note that is being changed, with what the rules ask of its unit. */
export interface LockedNote extends NoteRow {
  regionalOffice: string | null;
  /** The unit's. */
  timeZone: Zone;
}

/** What is kept of a note beside what it says, as the SELECT list of a note aliased `n` has it. */
const kept = {
  id: 'n.id',
  state: 'n.state',
  visibility: 'n.visibility',
  version: 'n.version',
  unit: 'n.unit',
  visitId: 'n.visit_id AS visit',
  authorId: 'n.author_id AS "authorId"',
  createdAt: 'n.created_at AS "createdAt"',
  changedAt: 'n.changed_at AS "changedAt"',
  publishedAt: 'n.published_at AS "publishedAt"',
  reviewDueOn: 'n.review_due_on::text AS "reviewDueOn"',
  archivedAt: 'n.archived_at AS "archivedAt"',
} as const satisfies Record<Exclude<keyof NoteEntity, NoteField>, string>;

/** The SELECT list of a note aliased `n`, named as in `NoteRow`; programs have a table of their own. */
export const noteSelection = [
  ...Object.values(kept),
  ...Object.keys(noteFields)
    .filter((name) => name !== 'programs')
    .map((name) => `n.${columnName(name)} AS "${name}"`),
  'ARRAY(SELECT p.program FROM note_program p WHERE p.note_id = n.id ORDER BY p.program) AS programs',
].join(', ');

/** What never changes once a note is there. */
const LASTING = ['unit', 'authorId', 'createdAt'] as const;

@Injectable()
export class NoteRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(NoteEntity) private readonly notes: Rows<NoteEntity>,
    @InjectRepository(NoteProgramEntity) private readonly programs: Rows<NoteProgramEntity>,
  ) {}

  async lock(id: string): Promise<LockedNote | null> {
    const [row] = await this.database.query<LockedNote>(
      `SELECT ${noteSelection}, u.regional_office AS "regionalOffice", u.time_zone AS "timeZone"
       FROM note n JOIN unit u ON u.code = n.unit WHERE n.id = $1 FOR UPDATE OF n`,
      [id],
    );
    return row ?? null;
  }

  async save({ visit, programs, ...note }: NoteRow): Promise<void> {
    await this.notes.put({ key: ['id'], keep: LASTING }, { ...note, visitId: visit });
    await this.programs.delete({ noteId: note.id, program: Not(In(programs)) });
    await this.programs.insertMissing(...programs.map((program) => ({ noteId: note.id, program })));
  }
}
