import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { isOneOf } from '../database/checks.js';
import { mailCheckNames, mailCheckStates, type MailCheckName, type MailCheckState } from './check-states.js';

/** What a check of sending or receiving mail found last. */
@Entity('mail_check')
@Check('mail_check_name_check', isOneOf('name', mailCheckNames))
@Check('mail_check_state_check', isOneOf('state', mailCheckStates))
export class MailCheckEntity {
  @PrimaryColumn('text')
  name: MailCheckName;

  @Column('text')
  state: MailCheckState;

  /** What was found, by its name in the table of findings. */
  @Column('text')
  finding: string;

  /** What the other side said or publishes; one line, '' for nothing. */
  @Column('text')
  detail: string;

  /** Since when it has been found so. */
  @Column('timestamptz')
  since: Date;

  @Column('timestamptz')
  checkedAt: Date;

  /** When it was last found well; null for never. */
  @Column({ type: 'timestamptz', nullable: true })
  goodAt: Date | null;
}
