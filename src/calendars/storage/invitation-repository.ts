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

  async save(visitId: string, invitation: SentInvitation, sentAt: Date): Promise<void> {
    const { eventId, email, name, role, method, sequence, messages, organizerIsPersonal, shown } = invitation;
    const told = { name, role, method, sequence, messages, organizerIsPersonal, shown, sentAt };
    await this.invitations.put(
      { key: ['visitId', 'email', 'eventId'] },
      { visitId, email, eventId, ...told },
    );
  }
}
