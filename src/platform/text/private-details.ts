const NIP = /(?<!\d)\d{8}[ .]?\d{6}[ .]?\d[ .]?\d{3}(?!\d)/gu;
const MAIL_ADDRESS = /[^\s@＠]{1,64}[@＠][^\s@＠]+/gu;
// Blanks, dots, brackets, slashes and dashes may stand between digits, never a line end.
const PHONES = [
  /\+\d(?:[ .()/\u2010-\u2015-]{0,2}\d){7,14}(?!\d)/gu, // with the country: +62 …
  /(?<!\d)(?:(?:00)?62[ .-]?|\(?0)8\d{2}(?:[ .()/\u2010-\u2015-]{0,2}\d){5,9}(?!\d)/gu, // mobile: 08xx…, 628xx…
  /(?<!\d)(?:00)?62[2-79]\d{7,10}(?!\d)/gu, // landline with the country
  /(?<!\d)\(?0[2-79]\d{1,2}\)?[ .\u2010-\u2015-]?\d{3,4}[ .\u2010-\u2015-]?\d{2,4}(?!\d)/gu, // (0281) 636789
];

/** Free text with each NIP (18 digits) replaced: it tells birth date and sex, so it is for official papers only. */
export function withoutNip(text: string): string {
  return text.replace(NIP, '[NIP disembunyikan]');
}

/**
 * Free text for readers who are not in the visit: NIP, mail addresses and phone numbers of the usual Indonesian forms
 * replaced by a word that says so. No `@` is left; one that stands in no address is dropped.
 */
export function withoutContacts(text: string): string {
  const withoutMail = withoutNip(text).replace(MAIL_ADDRESS, '[surel disembunyikan]').replace(/[@＠]/gu, '');
  return PHONES.reduce((rest, phone) => rest.replace(phone, '[telepon disembunyikan]'), withoutMail);
}
