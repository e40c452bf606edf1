import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { dateInRange, isOneOf } from '../../platform/database/checks.js';
import { holidayKinds, type HolidayKind } from '../domain/holiday-paste.js';

/** A public holiday or a day of collective leave. */
@Entity('holiday')
@Check('holiday_date_range_check', dateInRange('date'))
@Check('holiday_kind_check', isOneOf('kind', holidayKinds))
export class HolidayEntity {
  @PrimaryColumn('date')
  date: string;

  @Column('text')
  name: string;

  @Column('text')
  kind: HolidayKind;
}
