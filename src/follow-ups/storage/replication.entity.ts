import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { dateInRange } from '../../platform/database/checks.js';
import { NoteEntity } from '../../notes/storage/note.entity.js';
import { PersonEntity } from '../../people/storage/person.entity.js';
import { UnitEntity } from '../../units/storage/unit.entity.js';
import { FollowUpEntity } from './follow-up.entity.js';

/** A practice that a unit took over from another. */
@Entity('replication')
@Index('replication_since_idx', ['since', 'id'])
@Unique('replication_follow_up_key', ['followUpId'])
@ForeignKey(() => FollowUpEntity, ['followUpId', 'followUpState'], ['id', 'state'], {
  name: 'replication_done_fkey',
  onDelete: 'CASCADE',
})
@Index('replication_from_unit_idx', ['fromUnit', 'since'])
@Index('replication_note_idx', ['noteId'], { where: 'note_id IS NOT NULL' })
@Index('replication_to_unit_idx', ['toUnit', 'since'])
@Check('replication_done_check', `follow_up_state = 'done'`)
@Check('replication_practice_check', `(note_id IS NOT NULL) OR (practice <> '')`)
@Check('replication_result_check', `result <> ''`)
@Check('replication_since_check', `since <= ((confirmed_at AT TIME ZONE 'Asia/Jayapura'))::date`)
@Check('replication_since_range_check', dateInRange('since'))
@Check('replication_units_check', 'from_unit <> to_unit')
export class ReplicationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  followUpId: string;

  @Column({ type: 'text', default: 'done' })
  followUpState: string;

  /** The note of the practice, when there is one. */
  @ForeignKey(() => NoteEntity)
  @Column({ type: 'uuid', nullable: true })
  noteId: string | null;

  /** The practice's title. */
  @Column('text')
  practice: string;

  @ForeignKey(() => UnitEntity)
  @Column('text')
  fromUnit: string;

  @ForeignKey(() => UnitEntity)
  @Column('text')
  toUnit: string;

  /** Calendar date from which the practice is in use. */
  @Column('date')
  since: string;

  @Column('text')
  result: string;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  confirmedBy: string;

  @Column('text')
  confirmedName: string;

  @Column('timestamptz')
  confirmedAt: Date;
}
