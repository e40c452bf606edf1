import type { CalendarReply, RepliedAttendee } from './calendar-reply.js';
import { isAuthenticated, isMailboxOf, proofOf, type Authenticated, type Evidence } from './proof.js';

export type Answer = 'accepted' | 'tentative' | 'declined';

/** What was last told to, and last heard from, one invited person. */
export interface InvitedPerson {
  participantId: string;
  visitId: string;
  /** In lower case. */
  email: string;
  /** SEQUENCE of the last message to this person. */
  sequence: number;
  /** DTSTAMP of the last answer taken from a mail; null before the first. */
  lastStamp: Date | null;
  /** The answer that is noted. */
  answer: string;
  /** Whether the visit still takes answers: it is confirmed and not over. */
  isOpen: boolean;
}

/** Why a message changed nothing; it is kept for people to read. */
export type KeptReason =
  | 'unknown-visit'
  | 'sender-not-invited'
  | 'sender-forged'
  | 'attendee-missing'
  | 'answer-outdated'
  | 'answer-unchanged'
  | 'answer-too-late'
  | 'not-understood';

/** What somebody invited says. */
export type Statement =
  | { kind: 'answer'; answer: Answer; comment: string }
  | { kind: 'other-time'; startsAt: Date; endsAt: Date; comment: string }
  | { kind: 'substitute'; substitute: string; comment: string };

/** Done when it is certain whose word it is, asked about when not, or kept. */
export type Verdict =
  | { kind: 'done'; person: InvitedPerson; proof: Authenticated; statement: Statement }
  | { kind: 'asked'; person: InvitedPerson; statement: Statement }
  | { kind: 'kept'; reason: KeptReason };

const answers: Readonly<Record<string, Answer>> = {
  ACCEPTED: 'accepted',
  TENTATIVE: 'tentative',
  DECLINED: 'declined',
};

const kept = (reason: KeptReason): Verdict => ({ kind: 'kept', reason });

/**
 * What a scheduling message means. The attendee must be who wrote the mail (RFC 6047 section 3): the owner of the
 * return address it came to, else the sender; invited, and not behind what was told or heard since: lower SEQUENCE,
 * then older DTSTAMP loses (RFC 5546 section 2.1.5). Of a whole event that comes back only the own PARTSTAT counts.
 * Without a proof of who wrote it nothing is done: people are asked.
 */
export function judgeReply(
  reply: CalendarReply,
  evidence: Evidence,
  invited: readonly InvitedPerson[],
): Verdict {
  if (invited.length === 0) return kept('unknown-visit');
  const person = ownerAmong(invited, evidence, reply) ?? senderAmong(invited, evidence);
  if (!person) return kept('sender-not-invited');
  const own = attendeeOf(reply, person, evidence);
  if (!own) return kept(reply.attendees.length > 0 ? 'sender-forged' : 'attendee-missing');
  if (isOutdated(reply, person)) return kept('answer-outdated');
  const statement = statementOf(reply, own);
  if (!statement) return kept('not-understood');
  if (!person.isOpen) return kept('answer-too-late');
  const proof = proofOf(evidence, person.visitId, person.email);
  if (isAuthenticated(proof)) return { kind: 'done', person, proof, statement };
  if (proof.isDisowned) return kept('sender-forged');
  if (statement.kind === 'answer' && statement.answer === person.answer) return kept('answer-unchanged');
  return { kind: 'asked', person, statement };
}

/** Whose return address the mail came to, when it speaks for that person. */
function ownerAmong(
  invited: readonly InvitedPerson[],
  { owners }: Evidence,
  { attendees }: CalendarReply,
): InvitedPerson | undefined {
  return invited.find(
    ({ visitId, email }) =>
      owners.some((owner) => owner.stream === visitId && owner.email === email) &&
      attendees.some((attendee) => attendee.email === email),
  );
}

function senderAmong(invited: readonly InvitedPerson[], { senders }: Evidence): InvitedPerson | undefined {
  return (
    invited.find(({ email }) => senders.includes(email)) ??
    invited.find(({ email }) => senders.some((sender) => isMailboxOf(sender, email)))
  );
}

function attendeeOf(
  { attendees }: CalendarReply,
  { email }: InvitedPerson,
  { senders }: Evidence,
): RepliedAttendee | undefined {
  return (
    attendees.find((attendee) => attendee.email === email) ??
    attendees.find((attendee) => senders.includes(attendee.email) && isMailboxOf(attendee.email, email))
  );
}

function isOutdated({ sequence, stampedAt }: CalendarReply, { sequence: told, lastStamp }: InvitedPerson) {
  if (sequence !== null && sequence < told) return true;
  return stampedAt !== null && lastStamp !== null && stampedAt < lastStamp;
}

function statementOf(reply: CalendarReply, own: RepliedAttendee): Statement | null {
  const { method, startsAt, endsAt, comment } = reply;
  if (method === 'COUNTER' && startsAt && endsAt && startsAt < endsAt) {
    return { kind: 'other-time', startsAt, endsAt, comment };
  }
  if (method !== 'REPLY') return null;
  if (own.status === 'DELEGATED' && own.delegatedTo !== null) {
    return { kind: 'substitute', substitute: own.delegatedTo, comment };
  }
  const answer = answers[own.status];
  return answer ? { kind: 'answer', answer, comment } : null;
}
