import { Check, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RegionalOfficeEntity } from '../../units/storage/regional-office.entity.js';

/** A week's digest that was made for a regional office, whether or not there was something to tell. */
@Entity('weekly_digest')
@Check('weekly_digest_monday_check', `monday ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'`)
export class WeeklyDigestEntity {
  @ForeignKey(() => RegionalOfficeEntity)
  @PrimaryColumn('text')
  regionalOffice: string;

  /** The week's Monday as `YYYY-MM-DD`, of the office's calendar. */
  @PrimaryColumn('text')
  monday: string;
}
