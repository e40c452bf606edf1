import type { LetterBlock } from '../../platform/text/letter.js';

/** Where somebody who has no account opens the own page of a visit. */
export interface PersonalLink {
  name: string;
  href: string;
}

/** The links of a mail to an address at which nobody has an account; several share it where there is more than one. */
export const personalActions = (
  links: readonly PersonalLink[],
  action = 'Buka halaman kunjungan Anda',
): LetterBlock[] =>
  links.map(({ name, href }) => ({
    action: links.length > 1 ? `${action}: ${name}` : action,
    href,
    open: true,
  }));
