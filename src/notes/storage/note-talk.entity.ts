import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { dateInRange, isOneOf } from '../../platform/database/checks.js';
import { PersonEntity } from '../../people/storage/person.entity.js';
import { UnitEntity } from '../../units/storage/unit.entity.js';
import { noteTalkKinds, type NoteTalkKind } from '../domain/note.js';
import { NoteEntity } from './note.entity.js';

/** A question or a comment about a note. */
@Entity('note_comment')
@Index('note_comment_note_idx', ['noteId', 'at', 'id'])
@Index('note_comment_open_idx', ['noteId'], { where: `(kind = 'question') AND (answer IS NULL)` })
@Check(
  'note_comment_answer_check',
  `((answer IS NULL) = (answered_by IS NULL)) AND ((answer IS NULL) = (answered_at IS NULL)) AND ((answer IS NULL) OR ((answer <> '') AND (kind = 'question')))`,
)
@Check('note_comment_body_check', `body <> ''`)
@Check('note_comment_kind_check', isOneOf('kind', noteTalkKinds))
export class NoteCommentEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => NoteEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  noteId: string;

  @Column('text')
  kind: NoteTalkKind;

  @Column('text')
  body: string;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  authorId: string;

  @Column('timestamptz')
  at: Date;

  @Column({ type: 'text', nullable: true })
  answer: string | null;

  @ForeignKey(() => PersonEntity)
  @Column({ type: 'uuid', nullable: true })
  answeredBy: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  answeredAt: Date | null;
}

/** A unit that uses what a note describes. */
@Entity('note_use')
@Index('note_use_unit_idx', ['unit'])
@Check('note_use_since_range_check', dateInRange('since'))
export class NoteUseEntity {
  @ForeignKey(() => NoteEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  noteId: string;

  @ForeignKey(() => UnitEntity)
  @PrimaryColumn('text')
  unit: string;

  @Column('date')
  since: string;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  addedBy: string;

  @Column('timestamptz')
  addedAt: Date;
}
