import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { instantInRange, isOneOf } from '../../platform/database/checks.js';
import { PersonEntity } from '../../people/storage/person.entity.js';
import { UnitEntity } from '../../units/storage/unit.entity.js';
import { VisitEntity } from '../../visits/storage/visit.entity.js';
import { dayEntryKinds, type DayEntryKind } from '../domain/day-entry.js';

/** A note or photo of the day itself. */
@Entity('visit_entry')
@Index('visit_entry_uncleared_idx', ['receivedAt'], {
  where: `kind = 'photo' AND NOT cleared AND removed_at IS NULL`,
})
@Unique('visit_entry_visit_id_id_key', ['visitId', 'id'])
@Index('visit_entry_visit_id_idx', ['visitId', 'enteredAt'])
@Check(
  'visit_entry_content_check',
  `CASE WHEN (removed_at IS NOT NULL) THEN ((text = '') AND (photo IS NULL) AND (thumbnail IS NULL)) WHEN (kind = 'note') THEN ((text <> '') AND (photo IS NULL) AND (thumbnail IS NULL)) ELSE ((photo IS NOT NULL) AND (thumbnail IS NOT NULL) AND (width > 0) AND (height > 0)) END`,
)
@Check('visit_entry_blurs_check', `(blurs >= 0) AND ((blurs = 0) OR (kind = 'photo'))`)
@Check('visit_entry_chosen_check', `(NOT chosen) OR ((kind = 'photo') AND (removed_at IS NULL))`)
@Check('visit_entry_position_check', `(position IS NULL) OR ((position > 0) AND (kind = 'photo'))`)
@Check('visit_entry_entered_at_range_check', instantInRange('entered_at'))
@Check('visit_entry_entered_check', 'entered_at <= received_at')
@Check(
  'visit_entry_head_cleared_check',
  '((head_cleared_by IS NULL) = (head_cleared_at IS NULL)) AND ((head_cleared_by IS NULL) OR cleared)',
)
@Check('visit_entry_kind_check', isOneOf('kind', dayEntryKinds))
@Check('visit_entry_photo_check', 'octet_length(photo) <= 4194304')
@Check('visit_entry_text_check', 'char_length(text) <= 4000')
export class VisitEntryEntity {
  /** Made by the device, so that what it sends again is stored once. */
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  visitId: string;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  author: string;

  @ForeignKey(() => UnitEntity)
  @Column('text')
  authorUnit: string;

  @Column('text')
  kind: DayEntryKind;

  @Column('text')
  text: string;

  @Column({ type: 'bytea', nullable: true })
  photo: Buffer | null;

  @Column({ type: 'bytea', nullable: true })
  thumbnail: Buffer | null;

  @Column({ type: 'integer', nullable: true })
  width: number | null;

  @Column({ type: 'integer', nullable: true })
  height: number | null;

  @Column({ type: 'boolean', default: false })
  cleared: boolean;

  @ForeignKey(() => PersonEntity)
  @Column({ type: 'uuid', nullable: true })
  headClearedBy: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  headClearedAt: Date | null;

  @Column('timestamptz')
  enteredAt: Date;

  @Column('timestamptz')
  receivedAt: Date;

  /** Entered before the visit was closed, and arrived after. */
  @Column({ type: 'boolean', default: false })
  late: boolean;

  /** What the entry said is forgotten then; its id stays. */
  @Column({ type: 'timestamptz', nullable: true })
  removedAt: Date | null;

  /** Place in the album once somebody put its photos in order; those without one follow by time. */
  @Column({ type: 'integer', nullable: true })
  position: number | null;

  /** Whether the photo goes on into what is told of the visit. */
  @Column({ type: 'boolean', default: false })
  chosen: boolean;

  /** How often parts of the photo were blurred: the version of its picture. */
  @Column({ type: 'integer', default: 0 })
  blurs: number;
}
