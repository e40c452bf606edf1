/** Characters of the longest address of a web page that is stored. */
export const LONGEST_WEB_PAGE = 300;

/** Characters of the longest address of a video meeting: those of Teams carry a conversation and a tenant. */
export const LONGEST_SECURE_LINK = 1000;

/**
 * An address as it is stored that is called by `https` alone, which is put before one without a scheme. Null for every other
 * scheme, for what is no address over the net, and for one that carries a name and password.
 */
export function normaliseSecureLink(value: string): string | null {
  const link = normaliseAddress(value, LONGEST_SECURE_LINK);
  return link?.startsWith('https://') ? link : null;
}

/**
 * The address of a web page as stored, with its scheme: `https://` where none was typed. Null for what is no address that a
 * browser opens over the net, and for one that carries a name and password.
 */
export const normaliseWebPage = (value: string): string | null => normaliseAddress(value, LONGEST_WEB_PAGE);

function normaliseAddress(value: string, longest: number): string | null {
  const typed = value.trim();
  if (!/^[^\s/][^\s]*$/.test(typed)) return null;
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (address.length > longest || !URL.canParse(address)) return null;
  const { protocol, hostname, username, password, href } = new URL(address);
  const isWeb = (protocol === 'https:' || protocol === 'http:') && /^[^.]+(?:\.[^.]+)+$/.test(hostname);
  if (!isWeb || username !== '' || password !== '' || href.length > longest) return null;
  return href.replace(/^(https?:\/\/[^/?#]+)\/$/, '$1');
}
