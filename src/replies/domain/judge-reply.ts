import type { CalendarReply, RepliedAttendee } from './calendar-reply.js';

/** What was last told to, and last heard from, one invited person. */
export interface InvitedPerson {
  participantId: string;
  email: string;
  /** SEQUENCE of the last message to this person. */
  sequence: number;
  /** DTSTAMP of the last answer taken from a mail; null before the first. */
  lastStamp: Date | null;
}

/** Why a message changed nothing; it is kept for people to read. */
export type KeptReason =
  | 'unknown-visit'
  | 'sender-not-invited'
  | 'sender-forged'
  | 'attendee-missing'
  | 'answer-outdated'
  | 'answer-too-late'
  | 'not-understood';

export type Verdict =
  | { kind: 'answer'; participantId: string; answer: 'accepted' | 'tentative' | 'declined' }
  | { kind: 'other-time'; participantId: string; startsAt: Date; endsAt: Date; comment: string }
  | { kind: 'substitute'; participantId: string; substitute: string; comment: string }
  | { kind: 'kept'; reason: KeptReason };

const answers: Readonly<Record<string, 'accepted' | 'tentative' | 'declined'>> = {
  ACCEPTED: 'accepted',
  TENTATIVE: 'tentative',
  DECLINED: 'declined',
};

const kept = (reason: KeptReason): Verdict => ({ kind: 'kept', reason });

/**
 * What a scheduling message means. The attendee must be the mail's sender (RFC 6047 section 3), invited, and not
 * behind what was told or heard since: lower SEQUENCE, then older DTSTAMP loses (RFC 5546 section 2.1.5). Of a whole
 * event that comes back only the sender's own PARTSTAT counts.
 *
 * @param sender address in From, in lower case
 * @param failsChecks whether the receiving server found that the sender's domain did not send it (DMARC)
 */
export function judgeReply(
  reply: CalendarReply,
  sender: string,
  failsChecks: boolean,
  invited: readonly InvitedPerson[],
): Verdict {
  if (invited.length === 0) return kept('unknown-visit');
  if (failsChecks) return kept('sender-forged');
  const person = invited.find(({ email }) => email === sender);
  if (!person) return kept('sender-not-invited');
  const own = reply.attendees.find(({ email }) => email === sender);
  if (!own) return kept(reply.attendees.length > 0 ? 'sender-forged' : 'attendee-missing');
  if (isOutdated(reply, person)) return kept('answer-outdated');
  return meaning(reply, own, person.participantId);
}

function isOutdated({ sequence, stampedAt }: CalendarReply, { sequence: told, lastStamp }: InvitedPerson) {
  if (sequence !== null && sequence < told) return true;
  return stampedAt !== null && lastStamp !== null && stampedAt < lastStamp;
}

function meaning(reply: CalendarReply, own: RepliedAttendee, participantId: string): Verdict {
  const { method, startsAt, endsAt, comment } = reply;
  if (method === 'COUNTER' && startsAt && endsAt && startsAt < endsAt) {
    return { kind: 'other-time', participantId, startsAt, endsAt, comment };
  }
  if (method !== 'REPLY') return kept('not-understood');
  if (own.status === 'DELEGATED' && own.delegatedTo !== null) {
    return { kind: 'substitute', participantId, substitute: own.delegatedTo, comment };
  }
  const answer = answers[own.status];
  return answer ? { kind: 'answer', participantId, answer } : kept('not-understood');
}
