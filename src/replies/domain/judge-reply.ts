import { formatDate } from '../../platform/text/dates.js';
import { NATIONAL_ZONE } from '../../platform/text/zones.js';
import { isOvertaken, type GivenAnswer } from '../../visits/domain/index.js';
import type { CalendarReply, RepliedAttendee } from './calendar-reply.js';
import { isAddressOf, isAuthenticated, proofOf } from './proof.js';
import type { Authenticated, Evidence, Mailbox } from './proof.js';

export type Answer = GivenAnswer;

/** What was last told to, and last heard from, one invited person. */
export interface InvitedPerson extends Mailbox {
  participantId: string;
  /** SEQUENCE of the last message to this person. */
  sequence: number;
  /** When the last word that counts was said, by whatever way; null before the first. */
  heardAt: Date | null;
  /** The answer that is noted. */
  answer: Answer | 'needs-action';
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
  | 'refresh-unproven'
  | 'refreshed-too-often'
  | 'not-understood';

/** What somebody invited says. */
export type Statement =
  | { kind: 'answer'; answer: Answer; comment: string }
  | { kind: 'other-time'; startsAt: Date; endsAt: Date; comment: string }
  | { kind: 'substitute'; substitute: string; comment: string };

/** When something was said, and the instant at which that is judged. */
export interface Saying {
  saidAt: Date;
  now: Date;
}

/** Done when it is certain whose word it is, asked about when not, or kept. */
export type Verdict =
  | { kind: 'done'; person: InvitedPerson; proof: Authenticated; statement: Statement }
  | { kind: 'refresh'; person: InvitedPerson }
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
 * return address it came to, else the sender; invited, and not behind what was told since: lower SEQUENCE loses (RFC
 * 5546 section 2.1.5). Of a whole event that comes back only the own PARTSTAT counts. Without a proof of who wrote it,
 * and where a stranger speaks for somebody invited, nothing is done: people are asked. An answer that is proved is done
 * however old it is: the visit orders it among what was heard by other ways.
 */
export function judgeReply(
  reply: CalendarReply,
  evidence: Evidence,
  invited: readonly InvitedPerson[],
  saying: Saying,
): Verdict {
  if (invited.length === 0) return kept('unknown-visit');
  const own = ownerAmong(invited, evidence, reply) ?? senderAmong(invited, evidence);
  const person = own ?? spokenFor(invited, evidence, reply);
  if (!person) return kept('sender-not-invited');
  const attendee = attendeeOf(reply, person, evidence, own !== undefined);
  if (!attendee) return kept(reply.attendees.length > 0 ? 'sender-forged' : 'attendee-missing');
  const proof = own ? proofOf(evidence, person) : { isDisowned: evidence.verification === 'fail' };
  if (reply.method === 'REFRESH') return refreshOf(person, isAuthenticated(proof));
  if (reply.sequence !== null && reply.sequence < person.sequence) return kept('answer-outdated');
  const statement = statementOf(reply, attendee);
  if (!statement) return kept('not-understood');
  if (!person.isOpen) return kept('answer-too-late');
  const isLate = isOvertaken(person, saying.saidAt, saying.now);
  if (isLate && !(isAuthenticated(proof) && statement.kind === 'answer')) return kept('answer-outdated');
  if (isAuthenticated(proof)) return { kind: 'done', person, proof, statement };
  if (proof.isDisowned) return kept('sender-forged');
  if (statement.kind === 'answer' && statement.answer === person.answer) return kept('answer-unchanged');
  return { kind: 'asked', person, statement };
}

/** The invitation again (RFC 5546 section 3.2.6). */
function refreshOf(person: InvitedPerson, isProven: boolean): Verdict {
  if (!person.isOpen) return kept('answer-too-late');
  return isProven ? { kind: 'refresh', person } : kept('refresh-unproven');
}

/** Whose return address the mail came to, when it speaks for that person. */
function ownerAmong(
  invited: readonly InvitedPerson[],
  { owners }: Evidence,
  { attendees }: CalendarReply,
): InvitedPerson | undefined {
  return invited.find(
    (person) =>
      owners.some((owner) => owner.stream === person.visitId && owner.email === person.email) &&
      attendees.some(({ email }) => isAddressOf(email, person)),
  );
}

function senderAmong(invited: readonly InvitedPerson[], { senders }: Evidence): InvitedPerson | undefined {
  return (
    invited.find(({ email }) => senders.includes(email)) ??
    invited.find((person) => senders.some((sender) => isAddressOf(sender, person)))
  );
}

/**
 * Whom a stranger speaks for: the attendee that the reply names, whom its attendee stands in for, or the owner of the
 * return address it came to (an alias, a secretary, a mailbox that forwards, the substitute).
 */
function spokenFor(
  invited: readonly InvitedPerson[],
  { owners }: Evidence,
  { attendees }: CalendarReply,
): InvitedPerson | undefined {
  return (
    invited.find((person) => attendees.some(({ email }) => isAddressOf(email, person))) ??
    invited.find(({ email }) => attendees.some(({ delegatedFrom }) => delegatedFrom === email)) ??
    invited.find(({ visitId, email }) =>
      owners.some((owner) => owner.stream === visitId && owner.email === email),
    )
  );
}

/** Of a stranger's reply, also the only attendee, or the one who wrote it. */
function attendeeOf(
  { attendees }: CalendarReply,
  person: InvitedPerson,
  { senders }: Evidence,
  isOwn: boolean,
): RepliedAttendee | undefined {
  const own =
    attendees.find(({ email }) => email === person.email) ??
    attendees.find(({ email }) => senders.includes(email) && isAddressOf(email, person)) ??
    attendees.find(({ email }) => isAddressOf(email, person));
  if (own || isOwn) return own;
  return (
    attendees.find(({ email }) => senders.includes(email)) ??
    (attendees.length === 1 ? attendees[0] : undefined)
  );
}

const dayWords: Readonly<Record<Answer, string>> = {
  accepted: 'hadir',
  tentative: 'mungkin hadir',
  declined: 'berhalangan',
};

/** Who answers for one day of several may come, and says which day it is about; another time for one day is for people to read. */
function ofOneDay(method: string, answer: Answer | undefined, day: Date, comment: string): Statement | null {
  if (method !== 'REPLY' || !answer) return null;
  const which = day.getTime() > 0 ? formatDate(day, NATIONAL_ZONE) : 'salah satu hari';
  const about = `Hanya untuk ${which}: ${dayWords[answer]}.`;
  return { kind: 'answer', answer: 'tentative', comment: [about, comment].filter(Boolean).join(' ') };
}

function statementOf(reply: CalendarReply, own: RepliedAttendee): Statement | null {
  const { method, startsAt, endsAt, comment, occurrence } = reply;
  if (occurrence !== null) return ofOneDay(method, answers[own.status], occurrence, comment);
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
