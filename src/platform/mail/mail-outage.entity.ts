import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { isOneOf } from '../database/checks.js';
import { outageCauses, type OutageCause } from './mail-states.js';

/** That the mail server, or one domain, takes no mails at present. */
@Entity('mail_outage')
@Check('mail_outage_cause_check', isOneOf('cause', outageCauses))
@Check('mail_outage_refusals_check', 'refusals >= 0')
@Check('mail_outage_scope_check', 'scope = lower(scope)')
export class MailOutageEntity {
  /** A recipient domain, or `*` for the mail server itself. */
  @PrimaryColumn('text')
  scope: string;

  @Column('text')
  cause: OutageCause;

  @Column('text')
  words: string;

  @Column('timestamptz')
  since: Date;

  @Column('timestamptz')
  noticedAt: Date;

  @Column('timestamptz')
  nextProbeAt: Date;

  @Column({ type: 'integer', default: 0 })
  refusals: number;
}
