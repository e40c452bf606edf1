const NIP = /(?<!\d)\d{8}[ .\u2010-\u2015-]?\d{6}[ .\u2010-\u2015-]?\d[ .\u2010-\u2015-]?\d{3}(?!\d)/gu;
const MAIL_ADDRESS = /[^\s@＠]{1,64}[@＠][^\s@＠]+/gu;
// Blanks, dots, brackets, slashes and dashes may stand between digits, never a line end.
const PHONES = [
  /\+\d(?:[ .()/\u2010-\u2015-]{0,2}\d){7,14}(?!\d)/gu, // with the country: +62 …
  /(?<!\d)(?:(?:00)?62[ .-]?|\(?0)8\d{2}(?:[ .()/\u2010-\u2015-]{0,2}\d){5,9}(?!\d)/gu, // mobile: 08xx…, 628xx…
  /(?<!\d)(?:00)?62[2-79]\d{7,10}(?!\d)/gu, // landline with the country
  /(?<!\d)\(?0[2-79]\d{1,2}\)?[ .\u2010-\u2015-]?\d{3,4}[ .\u2010-\u2015-]?\d{2,4}(?!\d)/gu, // (0281) 636789
];

const LINK = /https?:\/\/[^\s<>"]+/giu;
/** Links that are a telephone number. */
const TELEPHONE_LINK = /^https?:\/\/(?:wa\.me|(?:api\.|web\.|www\.)?whatsapp\.com|t\.me|signal\.me)\//iu;
/** What stands in links of video meetings and is no mail address. */
const CONVERSATION = /@(?=thread\.)/gu;

/** Does something with a text but for its links, whose digits are no telephone numbers. */
function besideLinks(text: string, work: (text: string) => string, ofLink: (link: string) => string): string {
  const parts: string[] = [];
  let from = 0;
  for (const { 0: link, index } of text.matchAll(LINK)) {
    parts.push(work(text.slice(from, index)), TELEPHONE_LINK.test(link) ? work(link) : ofLink(link));
    from = index + link.length;
  }
  return parts.join('') + work(text.slice(from));
}

const maskNip = (text: string): string => text.replace(NIP, '[NIP disembunyikan]');

/**
 * Free text with each NIP (18 digits) replaced: it tells birth date and sex, so it is for official papers only. Links stay
 * whole.
 */
export const withoutNip = (text: string): string => besideLinks(text, maskNip, (link) => link);

/**
 * Free text for readers who are not in the visit: NIP, mail addresses and phone numbers of the usual Indonesian forms
 * replaced by a word that says so. No `@` is left; one that stands in no address is dropped. A link loses mail addresses alone,
 * but for one that is a telephone number.
 */
export const withoutContacts = (text: string): string => besideLinks(text, maskContacts, maskMail);

const maskMail = (text: string): string =>
  text.replace(CONVERSATION, '%40').replace(MAIL_ADDRESS, '[surel disembunyikan]').replace(/[@＠]/gu, '');

const maskContacts = (text: string): string =>
  PHONES.reduce((rest, phone) => rest.replace(phone, '[telepon disembunyikan]'), maskMail(maskNip(text)));
