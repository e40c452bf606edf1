import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import type { SentInvitation } from '../domain/invitation-plan.js';
import { CalendarInvitationEntity } from './calendar-invitation.entity.js';

const COLUMNS = [
  'eventId',
  'email',
  'name',
  'role',
  'method',
  'sequence',
  'messages',
  'organizerIsPersonal',
  'shown',
] as const satisfies (keyof SentInvitation)[];

/** What every person's calendar was told last about a visit. */
@Injectable()
export class InvitationRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(CalendarInvitationEntity) private readonly invitations: Rows<CalendarInvitationEntity>,
  ) {}

  /** Messages about one visit are planned one after the other, until the transaction ends. */
  async lockVisit(visitId: string): Promise<void> {
    await this.database.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [visitId]);
  }

  ofVisit(visitId: string): Promise<SentInvitation[]> {
    return this.invitations.find(COLUMNS, { visitId }, { order: { email: 'ASC', eventId: 'ASC' } });
  }

  /** Lets an address be told what another was told; where it has a calendar of its own, that is told as it stands. */
  async carry(visitId: string, from: string, to: string): Promise<void> {
    await this.database.query(
      `INSERT INTO calendar_invitation (visit_id, email, event_id, name, role, method, sequence, messages, shown,
         sent_at, organizer_is_personal)
       SELECT visit_id, $3, event_id, name, role, 'MOVED', sequence, messages, shown, sent_at, organizer_is_personal
       FROM calendar_invitation WHERE visit_id = $1 AND email = $2 AND method <> 'CANCEL'
       ON CONFLICT (visit_id, email, event_id) DO UPDATE SET method = 'MOVED',
         sequence = greatest(calendar_invitation.sequence, excluded.sequence)
         WHERE calendar_invitation.method = 'MOVED'`,
      [visitId, from, to],
    );
  }

  /**
   * Tells an address nothing more of what it was invited to. How much it was told is kept, lest a later message to it
   * counts as one that was sent already.
   */
  async leave(visitId: string, email: string): Promise<void> {
    await this.invitations.update({ visitId, email, method: 'REQUEST' }, { method: 'MOVED' });
  }

  async save(visitId: string, invitation: SentInvitation, sentAt: Date): Promise<void> {
    const { eventId, email, name, role, method, sequence, messages, organizerIsPersonal, shown } = invitation;
    const told = { name, role, method, sequence, messages, organizerIsPersonal, shown, sentAt };
    await this.invitations.put(
      { key: ['visitId', 'email', 'eventId'] },
      { visitId, email, eventId, ...told },
    );
  }
}
