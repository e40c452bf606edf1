import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { UnitEntity } from '../../units/storage/unit.entity.js';
import type { LearningDay } from '../domain/learning-days.js';

/** When the participants of a unit are reminded. */
@Entity('reminder_setting')
@Check(
  'reminder_setting_learning_check',
  '(cardinality(learning_days) <= 3) AND (learning_days <@ ARRAY[30, 60, 90])',
)
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

  /** On which days after a visit the leader of its party is asked what is done of what was learned. */
  @Column({ type: 'integer', array: true, default: [30, 60, 90] })
  learningDays: LearningDay[];
}
