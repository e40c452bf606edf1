import type { ParticipantAnswer } from './participant.js';

/** By which way an answer came: the link in an invitation, an officer who noted it, a mail. */
export const answerOrigins = ['link', 'officer', 'mail'] as const;
export type AnswerOrigin = (typeof answerOrigins)[number];

/** PARTSTAT of an answer (RFC 5545 section 3.2.12). */
export const givenAnswers = ['accepted', 'tentative', 'declined'] as const;
export type GivenAnswer = (typeof givenAnswers)[number];

/** What was last heard of one participant. */
export interface LastHeard {
  answer: ParticipantAnswer;
  /** When the answer came; null while there is none. */
  answeredAt: Date | null;
  /** When what counts was said: nothing that was said before counts any more. Null before the first. */
  heardAt: Date | null;
  heardFrom: AnswerOrigin | null;
}

/** An answer as it comes. */
export interface SaidAnswer {
  answer: ParticipantAnswer;
  from: AnswerOrigin;
  /** See `whenSaid`. */
  saidAt: Date;
}

/** When something was said: as it states itself, but never after it came; what states nothing was said as it came. */
export function whenSaid(stated: Date | null, cameAt: Date): Date {
  return stated !== null && stated < cameAt ? stated : cameAt;
}

/**
 * Whether something newer was heard before this came. Stamps of mails are whole seconds (RFC 5545 section 3.3.5), so of
 * one second the later to come counts. A last word in the future is of a clock that was ahead, and holds nothing up.
 */
export function isOvertaken({ heardAt }: Pick<LastHeard, 'heardAt'>, saidAt: Date, now: Date): boolean {
  if (heardAt === null || heardAt > now) return false;
  return saidAt.getTime() < Math.floor(heardAt.getTime() / 1000) * 1000;
}

/** What is known after an answer came; null when it was overtaken. The same answer again keeps when it first came. */
export function heardAfter(
  known: LastHeard,
  { answer, from, saidAt }: SaidAnswer,
  now: Date,
): LastHeard | null {
  if (isOvertaken(known, saidAt, now)) return null;
  const isSame = known.answer === answer && known.answeredAt !== null;
  return { answer, answeredAt: isSame ? known.answeredAt : now, heardAt: saidAt, heardFrom: from };
}
