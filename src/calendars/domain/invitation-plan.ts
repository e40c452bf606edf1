import type { OwnHours } from '../../platform/text/day-hours.js';
import {
  fieldLines,
  hasTrait,
  mailedFields,
  type LineKey,
  type MailedField,
  type VisitState,
} from '../../visits/domain/index.js';

/** What the visit says that a mail tells in words; of what is newer than the mail there is nothing. */
type ShownWords = { readonly [Key in LineKey<MailedField>]?: string };
export const shownLines = fieldLines(mailedFields);

/** What a mail told a person's calendar; dates as ISO 8601 in UTC, to be compared as texts. */
export interface ToldEvent extends ShownWords {
  title: string;
  startsAt: string;
  endsAt: string;
  /** Left out where each day has the same hours. */
  ownHours?: OwnHours;
  place: string;
  /** Whom the invitation is for, where several share its address. */
  people?: string;
}

/** What a person's calendar was told last. */
export interface SentInvitation {
  /** UID of the event: the visit's id, or a session's. */
  eventId: string;
  email: string;
  name: string;
  role: string;
  /** `MOVED`: what the person's calendar holds came by another address, or by this one and is told by another now. */
  method: 'REQUEST' | 'CANCEL' | 'MOVED';
  sequence: number;
  /** How many messages the person was sent about this visit. */
  messages: number;
  /** Whether ORGANIZER was the person's own return address. */
  organizerIsPersonal: boolean;
  shown: ToldEvent;
}

/** Somebody to be in the calendar object. */
export interface Invitee {
  email: string;
  name: string;
  role: string;
  /** Somebody whose account is suspended is not invited, and told no changes. */
  isSuspended?: boolean;
  /** All who share the address, where it is not one's own. */
  people?: readonly unknown[];
}

/** A message to write: `sequence` and `messages` are those it will carry. */
export interface PlannedMessage extends Omit<Invitee, 'isSuspended' | 'people'> {
  /** `replaced`: the person still takes part, by another invitation. */
  kind: 'invitation' | 'update' | 'cancelled' | 'removed' | 'replaced';
  sequence: number;
  messages: number;
  /** Whether ORGANIZER is the person's own return address; a calendar that was told another keeps that one. */
  organizerIsPersonal: boolean;
  /** What the last message showed; null when there was none. */
  before: ToldEvent | null;
  /** Whom it is for, where several share the address. */
  people?: string;
}

export interface InvitationState {
  /** Invitations stand while a visit is confirmed, and fall when it is off; otherwise nothing is sent. */
  phase: 'standing' | 'off' | 'silent';
  sequence: number;
  shown: ToldEvent;
}

/** Confirmed visits invite; a cancelled one, or one that was not held, takes the invitations back. */
export function invitationPhase(state: VisitState): InvitationState['phase'] {
  if (hasTrait(state, 'standing')) return 'standing';
  return hasTrait(state, 'calledOff') ? 'off' : 'silent';
}

const slotChanged = (one: ToldEvent, other: ToldEvent): boolean =>
  one.startsAt !== other.startsAt ||
  one.endsAt !== other.endsAt ||
  one.ownHours !== other.ownHours ||
  one.place !== other.place;

const sameShown = (one: ToldEvent, other: ToldEvent): boolean =>
  !slotChanged(one, other) &&
  one.title === other.title &&
  (one.people ?? '') === (other.people ?? '') &&
  shownLines.every(({ key }) => (one[key] ?? '') === (other[key] ?? ''));

/**
 * Messages that bring every calendar in step with the visit; none when all are. SEQUENCE is the visit's, and higher
 * for a person who was taken out before: never lower than what that person's calendar has (RFC 5546 section 2.1.4).
 */
export function planInvitations(
  state: InvitationState,
  invitees: readonly Invitee[],
  sent: readonly SentInvitation[],
): PlannedMessage[] {
  if (state.phase === 'silent') return [];
  const wanted = state.phase === 'standing' ? invitees : [];
  const known = new Map(sent.map((invitation) => [invitation.email, invitation]));
  const requests = wanted
    .filter(({ isSuspended }) => !isSuspended)
    .flatMap((invitee) => planRequest(state, invitee, known.get(invitee.email)));
  const staying = new Set(wanted.map(({ email }) => email));
  const cancels = sent
    .filter(({ email, method }) => method === 'REQUEST' && !staying.has(email))
    .map((last) => planCancel(state, last));
  return [...requests, ...cancels];
}

/** The same invitation once more, for those whose address it is now. */
export const repeated = (
  { sequence, organizerIsPersonal, messages }: SentInvitation,
  { email, name, role, people = [] }: Invitee,
): PlannedMessage => ({
  ...{ email, name, role, sequence, organizerIsPersonal },
  ...sharedBy({ name, people }),
  kind: 'invitation',
  messages: messages + 1,
  before: null,
});

/** Whom an invitation is for, where several share its address. */
const sharedBy = ({ name, people = [] }: Pick<Invitee, 'name' | 'people'>): { people?: string } =>
  people.length > 1 ? { people: name } : {};

function planRequest(
  { sequence, shown: event }: InvitationState,
  { email, name, role, people = [] }: Invitee,
  last: SentInvitation | undefined,
): PlannedMessage[] {
  const shared = sharedBy({ name, people });
  const shown = { ...event, ...shared };
  const invitee = { email, name, role, ...shared };
  const first = { ...invitee, kind: 'invitation', organizerIsPersonal: true, before: null } as const;
  if (!last) return [{ ...first, sequence, messages: 1 }];
  const { organizerIsPersonal, shown: before } = last;
  const messages = last.messages + 1;
  if (last.method === 'CANCEL') {
    return [{ ...first, sequence: Math.max(sequence, last.sequence + 1), messages }];
  }
  if (last.method === 'MOVED') {
    return [{ ...first, sequence: Math.max(sequence, last.sequence), messages, organizerIsPersonal }];
  }
  if (sameShown(last.shown, shown)) return [];
  const raised = slotChanged(last.shown, shown) ? last.sequence + 1 : last.sequence;
  const next = Math.max(sequence, raised);
  return [{ ...invitee, kind: 'update', sequence: next, messages, organizerIsPersonal, before }];
}

function planCancel({ phase, sequence }: InvitationState, last: SentInvitation): PlannedMessage {
  return {
    email: last.email,
    name: last.name,
    role: last.role,
    kind: phase === 'off' ? 'cancelled' : 'removed',
    sequence: Math.max(sequence, last.sequence + 1),
    messages: last.messages + 1,
    organizerIsPersonal: last.organizerIsPersonal,
    before: last.shown,
  };
}
