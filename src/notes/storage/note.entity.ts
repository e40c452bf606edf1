import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { INDONESIAN } from '../../platform/database/collation.js';
import { dateInRange, isOneOf } from '../../platform/database/checks.js';
import { PersonEntity } from '../../people/storage/person.entity.js';
import { ProgramEntity } from '../../units/storage/program.entity.js';
import { UnitEntity } from '../../units/storage/unit.entity.js';
import { VisitEntity } from '../../visits/storage/visit.entity.js';
import type { NoteTexts, NoteValues } from '../domain/note-fields.js';
import { noteStates, noteVisibilities, type NoteState, type NoteVisibility } from '../domain/note.js';

/** A best-practice note. */
@Entity('note')
@Index('note_matter_idx', { synchronize: false })
@Index('note_changed_idx', ['changedAt', 'id'])
@Index('note_proposed_idx', ['unit'], { where: `state = 'proposed'` })
@Index('note_published_idx', ['publishedAt'], { where: `state = 'published'` })
@Index('note_review_idx', ['reviewDueOn'], { where: `state = 'published'` })
@Index('note_unit_idx', ['unit', 'changedAt', 'id'])
@Index('note_visit_idx', ['visitId'], { where: 'visit_id IS NOT NULL' })
@Check('note_archived_check', `(state = 'archived') = (archived_at IS NOT NULL)`)
@Check(
  'note_published_check',
  `((state IN ('published', 'archived')) = (published_at IS NOT NULL)) AND ((state = 'draft') OR ('' <> ALL (ARRAY[title, context, what_was_done, result, how_to_copy])))`,
)
@Check('note_review_check', `(state = 'published') = (review_due_on IS NOT NULL)`)
@Check('note_review_due_on_range_check', dateInRange('review_due_on'))
@Check('note_state_check', isOneOf('state', noteStates))
@Check('note_version_check', 'version >= 1')
@Check('note_visibility_check', isOneOf('visibility', noteVisibilities))
export class NoteEntity implements Omit<NoteValues, 'programs'> {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  state: NoteState;

  @Column({ type: 'integer', default: 1 })
  version: number;

  @Column({ type: 'text', collation: INDONESIAN })
  title: string;

  @Column('text')
  context: string;

  @Column('text')
  whatWasDone: string;

  @Column('text')
  result: string;

  @Column('text')
  howToCopy: string;

  @Column({ type: 'text', array: true })
  topics: string[];

  /** The unit whose practice it is. */
  @ForeignKey(() => UnitEntity)
  @Column('text')
  unit: string;

  /** The visit it comes from. */
  @ForeignKey(() => VisitEntity)
  @Column({ type: 'uuid', nullable: true })
  visitId: string | null;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  authorId: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  changedAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  publishedAt: Date | null;

  @Column({ type: 'text', default: '' })
  resources: string;

  @Column({ type: 'text', default: '' })
  pitfalls: string;

  @Column({ type: 'text', default: '' })
  contact: string;

  @Column({ type: 'text', default: 'nation' })
  visibility: NoteVisibility;

  /** Calendar date on which a published note is to be read again. */
  @Column({ type: 'date', nullable: true })
  reviewDueOn: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  archivedAt: Date | null;
}

/** A program that a note is about. */
@Entity('note_program')
@Index('note_program_program_idx', ['program'])
export class NoteProgramEntity {
  @ForeignKey(() => NoteEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  noteId: string;

  @ForeignKey(() => ProgramEntity)
  @PrimaryColumn('text')
  program: string;
}

/** What a note said at a version. */
@Entity('note_revision')
export class NoteRevisionEntity {
  @ForeignKey(() => NoteEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  noteId: string;

  @PrimaryColumn('integer')
  version: number;

  @Column('text')
  state: NoteState;

  @Column('jsonb')
  texts: NoteTexts;

  /** Why it went back to a draft; empty otherwise. */
  @Column('text')
  reason: string;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  changedBy: string;

  @Column('timestamptz')
  changedAt: Date;
}

/** Who has a note open to change it. */
@Entity('note_editing')
export class NoteEditingEntity {
  @ForeignKey(() => NoteEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  noteId: string;

  @ForeignKey(() => PersonEntity)
  @PrimaryColumn('uuid')
  personId: string;

  @Column('timestamptz')
  openedAt: Date;
}
