import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { OvertakenMails } from '../../platform/mail/overtaken-mails.js';
import { ParticipantLinks } from '../../visits/index.js';
import type { CalendarAttendee } from '../domain/calendar-visit.js';
import { invitationMail, type AnswerLink } from '../domain/invitation-mail.js';
import type { PlannedMessage, ToldEvent } from '../domain/invitation-plan.js';
import { InvitationRepository } from '../storage/invitation-repository.js';
import { InvitationObjects } from './invitation-objects.js';
import type { Occasion } from './invitation-occasions.js';

/** Start of the topics of all invitations; the event's UID follows. */
export const INVITATIONS = 'invitation:';

/** Which mails about one event to one address overtake one another. */
const topicOf = (eventId: string): string => `${INVITATIONS}${eventId}`;

/** Posts one message and remembers what it told. */
@Injectable()
export class PostInvitation {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly overtaken: OvertakenMails,
    private readonly ledger: InvitationRepository,
    private readonly objects: InvitationObjects,
    private readonly links: ParticipantLinks,
  ) {}

  async execute(
    planned: PlannedMessage,
    participant: CalendarAttendee | undefined,
    occasion: Occasion,
  ): Promise<void> {
    const { visit, visitId, facts } = occasion;
    const isKnown = await this.mayBeKnown(planned, occasion);
    const message = isKnown ? planned : asFirst(planned);
    const { email, name, role, sequence, messages, kind } = message;
    const now = this.clock.now();
    const method = kind === 'invitation' || kind === 'update' ? 'REQUEST' : 'CANCEL';
    const told = {
      eventId: visit.uid,
      email,
      name,
      role,
      method,
      sequence,
      messages,
      shown: shownBy(message, facts.shown),
    } as const;
    const attendee = participant ?? ({ email, name, role, answer: 'needs-action' } as CalendarAttendee);
    const written = await this.objects.write(method, message, attendee, occasion, now);
    if (written === null) return;
    const { content, organizer, organizerIsPersonal } = written;
    await this.ledger.save(visitId, { ...told, organizerIsPersonal }, now);
    if (method === 'CANCEL' && !isKnown) return;
    const links = await this.answers(participant, message.kind);
    await this.outbox.post({
      key: `invitation:${visit.uid}:${email}:${messages}`,
      stream: visitId,
      topic: topicOf(visit.uid),
      to: { name, email },
      ...invitationMail(message, facts, links, isUnanswered(attendee, links)),
      calendar: { method, content, organizer },
    });
  }

  /** A link for each of those who share the address; whoever has an account opens what is off with that. */
  private async answers(
    attendee: CalendarAttendee | undefined,
    kind: PlannedMessage['kind'],
  ): Promise<AnswerLink[]> {
    const isOff = kind === 'cancelled';
    if (kind === 'removed' || kind === 'replaced' || (isOff && attendee?.hasAccount)) return [];
    const links: AnswerLink[] = [];
    for (const { participantId, name } of attendee?.people ?? [])
      links.push({ name, href: await this.links.newFor(participantId) });
    return links;
  }

  /** Nobody is told that something is off, or has changed, who was never told of it: what told of it has not left. */
  private async mayBeKnown(
    { before, email }: PlannedMessage,
    { visitId, visit }: Occasion,
  ): Promise<boolean> {
    if (before === null) return true;
    return this.overtaken.overtake({ stream: visitId, topic: topicOf(visit.uid), email });
  }
}

const isUnanswered = ({ answer }: Pick<CalendarAttendee, 'answer'>, links: readonly AnswerLink[]): boolean =>
  links.length > 0 && answer === 'needs-action';

const shownBy = ({ people }: PlannedMessage, shown: ToldEvent): ToldEvent =>
  people === undefined ? shown : { ...shown, people };

/** A change is the first that who knows of nothing hears. */
const asFirst = (message: PlannedMessage): PlannedMessage =>
  message.kind === 'update' ? { ...message, kind: 'invitation', before: null } : message;
