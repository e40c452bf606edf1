import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { UnitEntity } from '../../units/storage/unit.entity.js';

/** When the participants of a unit are reminded. */
@Entity('reminder_setting')
@Check(
  'reminder_setting_days_check',
  '(cardinality(days_before) <= 5) AND (1 <= ALL (days_before)) AND (14 >= ALL (days_before))',
)
export class ReminderSettingEntity {
  @ForeignKey(() => UnitEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  unit: string;

  @Column({ type: 'integer', array: true })
  daysBefore: number[];

  @Column('boolean')
  eveningBefore: boolean;
}
