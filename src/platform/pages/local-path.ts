const NOWHERE = 'http://nowhere.invalid';

/**
 * A path of this site to send somebody on to, or null for anything else: another host, also one hidden behind
 * backslashes, dots, tabs or a second slash, is not ours.
 */
export function localPath(value: unknown): string | null {
  if (typeof value !== 'string' || !value.startsWith('/') || !URL.canParse(value, NOWHERE)) return null;
  const { origin, pathname, search, hash } = new URL(value, NOWHERE);
  // `/.//host` becomes `//host` once its dots are resolved.
  if (origin !== NOWHERE || pathname.startsWith('//')) return null;
  return `${pathname}${search}${hash}`;
}
