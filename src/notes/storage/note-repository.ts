import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Not } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import type { Zone } from '../../platform/text/zones.js';
import { NoteEntity, NoteProgramEntity } from './note.entity.js';

/** A best-practice note as it is stored. */
export interface NoteRow extends Omit<NoteEntity, 'visitId'> {
  programs: string[];
  /** The visit it comes from. */
  visit: string | null;
}

/** A note that is being changed, with what the rules ask of its unit. */
export interface LockedNote extends NoteRow {
  regionalOffice: string;
  /** The unit's. */
  timeZone: Zone;
}

/** The SELECT list of a note aliased `n`, named as in `NoteRow`. */
export const noteSelection = `n.id, n.state, n.visibility, n.version, n.title, n.context,
  n.what_was_done AS "whatWasDone", n.resources, n.how_to_copy AS "howToCopy", n.result, n.pitfalls, n.contact,
  n.topics, n.unit, n.visit_id AS visit, n.author_id AS "authorId", n.created_at AS "createdAt",
  n.changed_at AS "changedAt", n.published_at AS "publishedAt", n.review_due_on::text AS "reviewDueOn",
  n.archived_at AS "archivedAt",
  ARRAY(SELECT p.program FROM note_program p WHERE p.note_id = n.id ORDER BY p.program) AS programs`;

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
