import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '../../people/storage/person.entity.js';

/** How long before an event a person is alarmed. */
@Entity('calendar_setting')
@Check(
  'calendar_setting_alarms_check',
  '(cardinality(alarm_minutes) <= 3) AND (0 <= ALL (alarm_minutes)) AND (40320 >= ALL (alarm_minutes))',
)
export class CalendarSettingEntity {
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  personId: string;

  @Column({ type: 'integer', array: true })
  alarmMinutes: number[];
}
