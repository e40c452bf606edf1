import { isOneAddress } from '../../platform/text/emails.js';
import type { Answer, Statement } from './judge-reply.js';
import { isMailboxOf } from './proof.js';

/** What a mail says that nobody could be proved to have written, or that only people can read. */
export type Asked = Statement | { kind: 'words'; comment: string };

export type QuestionKind = Asked['kind'];
export const questionKinds = [
  'answer',
  'other-time',
  'substitute',
  'words',
] as const satisfies QuestionKind[];

/** A mail that waits for an officer's word. */
export interface ReplyQuestion {
  /** Id of the mail that came: one that a newer mail replaced is gone. */
  mailId: string;
  participantId: string;
  kind: QuestionKind;
  answer: Answer | null;
  startsAt: Date | null;
  endsAt: Date | null;
  /** Address of who would come instead. */
  substitute: string | null;
  /** Words of the mail, without links. */
  words: string;
  /** Whether it is certain who wrote them. */
  isProven: boolean;
  /** When the mail says that it was written; never after it came. */
  saidAt: Date;
  askedAt: Date;
}

/** A question as it is asked: who it is about, and which address the mail names as its sender. */
export interface OpenQuestion extends ReplyQuestion {
  /** Of all who share the address. */
  participantName: string;
  /** Null for somebody whose address was taken away since. */
  participantEmail: string | null;
  /** Every address in From. */
  sender: string;
}

/** The columns of what is asked. */
export function columnsOf(
  asked: Asked,
): Pick<ReplyQuestion, 'kind' | 'answer' | 'startsAt' | 'endsAt' | 'substitute'> {
  return {
    kind: asked.kind,
    answer: asked.kind === 'answer' ? asked.answer : null,
    startsAt: asked.kind === 'other-time' ? asked.startsAt : null,
    endsAt: asked.kind === 'other-time' ? asked.endsAt : null,
    substitute: asked.kind === 'substitute' ? asked.substitute : null,
  };
}

/** What an accepted question says; null for words, which say nothing that a program could do. */
export function statementOf(question: ReplyQuestion): Statement | null {
  const { kind, answer, startsAt, endsAt, substitute, words: comment } = question;
  if (kind === 'answer' && answer) return { kind, answer, comment };
  if (kind === 'other-time' && startsAt && endsAt) return { kind, startsAt, endsAt, comment };
  if (kind === 'substitute' && substitute) return { kind, substitute, comment };
  return null;
}

/** Whether the mail came from one address that is not the participant's own: whoever says yes also says whose it is. */
export function isFromElsewhere({ sender, participantEmail, kind }: OpenQuestion): boolean {
  return (
    kind !== 'words' &&
    participantEmail !== null &&
    isOneAddress(sender) &&
    !isMailboxOf(sender, participantEmail)
  );
}
