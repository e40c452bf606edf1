import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonEntity } from './person.entity.js';

/** What of setting up somebody put away from the start page. */
@Entity('setup_dismissal')
@Check('setup_dismissal_item_check', 'length(item) BETWEEN 1 AND 100')
export class SetupDismissalEntity {
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  personId: string;

  @PrimaryColumn('text')
  item: string;

  @Column('timestamptz')
  dismissedAt: Date;
}
