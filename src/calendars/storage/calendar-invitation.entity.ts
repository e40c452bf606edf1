import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { VisitEntity } from '../../visits/storage/visit.entity.js';
import type { SentInvitation, ToldEvent } from '../domain/invitation-plan.js';

/** What a person's calendar was told last about an event of a visit. */
@Entity('calendar_invitation')
@Index('calendar_invitation_event_idx', ['eventId'])
@Check('calendar_invitation_messages_check', 'messages >= 1')
@Check('calendar_invitation_method_check', `method IN ('REQUEST', 'CANCEL', 'MOVED')`)
@Check('calendar_invitation_sequence_check', 'sequence >= 0')
export class CalendarInvitationEntity {
  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  visitId: string;

  @PrimaryColumn('text')
  email: string;

  @Column('text')
  name: string;

  @Column('text')
  role: string;

  @Column('text')
  method: SentInvitation['method'];

  @Column('integer')
  sequence: number;

  /** How many messages the person was sent about this visit. */
  @Column('integer')
  messages: number;

  @Column('jsonb')
  shown: ToldEvent;

  @Column('timestamptz')
  sentAt: Date;

  /** UID of the event: the visit's id, or a session's. */
  @PrimaryColumn('uuid')
  eventId: string;

  /** Whether ORGANIZER was the person's own return address. */
  @Column({ type: 'boolean', default: false })
  organizerIsPersonal: boolean;
}
