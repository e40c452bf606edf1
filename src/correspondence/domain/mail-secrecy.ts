import { withoutTokens } from '../../platform/text/return-token.js';

/**
 * Whether what a mail says may be shown to who may see the mail. A visit's mail may; any other holds a secret, such as
 * a link for setting a password, which is the addressee's alone. Where no mail leaves the house, as in a
 * demonstration, the administrator is the only one who can hand that link over, so it is shown.
 *
 * @param visit the visit the mail is about, or null
 * @param leavesTheHouse whether mails go out to their addressees
 */
export function mayShowBody(visit: string | null, leavesTheHouse: boolean): boolean {
  return visit !== null || !leavesTheHouse;
}

/**
 * The text with the secrets of answer links, feedback links and return addresses left out: by one, anybody could speak
 * in the addressee's name.
 */
export function withoutAnswerSecrets(text: string): string {
  return withoutTokens(text.replace(/\/(jawab|masukan|balas|belajar)\/[\w-]{43}/g, '/$1/…'));
}
