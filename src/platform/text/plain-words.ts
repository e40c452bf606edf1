import { cleanText, isInvisible } from './clean-text.js';

const LINK =
  /\b(?:[a-z][a-z0-9+.-]{1,20}:\/\/|(?:mailto|tel|sms|javascript|data|intent|whatsapp):|www\.)[^\s<>()]+/giu;
/** Host names that mail programs turn into links by themselves: those with a path, or of a common top domain. */
const HOST =
  /(?<![@\w.-])(?:[a-z0-9-]{1,63}\.){1,8}(?:[a-z]{2,24}(?=[/?#])|(?:id|com|net|org|info|biz|xyz|io|me|ly|co|gg|app|dev|site|online|top|link|click|shop|test)(?![\w@-]))(?:[/?#:][^\s<>()]*)?/giu;
/** Line ends beside LF, control characters, and characters that are not seen or turn the order of others. */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\u2028\u2029\p{Co}\p{Cn}\p{Cs}]/gu;

/** Words of a stranger as they may be shown: no link, nothing invisible, at most `longest` letters. */
export function plainWords(text: string, longest: number): string {
  const seen = cleanText(text.slice(0, longest * 20))
    .replace(/\r\n?/g, '\n')
    .replace(UNSEEN, '')
    .replace(LINK, '(tautan dihilangkan)')
    .replace(HOST, '(tautan dihilangkan)')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  if (isInvisible(seen)) return '';
  return seen.length <= longest ? seen : `${cleanText(seen.slice(0, longest - 1)).trimEnd()}…`;
}
