/**
 * What was typed in forms and is not known to be saved, in the browser's local storage. One entry a rendering of a form:
 * two tabs never write over each other, and saving one leaves the other alone.
 */

export interface KeptText {
  /** Account of whoever typed it, empty for a visitor with a link; it is offered to nobody else. */
  person: string;
  /** Which form it is, and which version of what it changes stood in it. */
  form: string;
  version: string;
  /** Key of the rendering, by which the server tells that it was saved. */
  key: string;
  /** Milliseconds since 1970 of the last change. */
  at: number;
  title: string;
  /** Address of the page the form stood on; empty for a visitor, whose address is a secret. */
  page: string;
  fields: [name: string, value: string][];
}

const PREFIX = 'sambang-tulisan:';
const DAY_MS = 86_400_000;
const KEPT_MS = 14 * DAY_MS;
/** Letters of one form, more than the largest takes. */
const LARGEST = 400_000;
const MOST_OF_A_PERSON = 30;
const SAVED_COOKIE = 'sambang_tersimpan';

/** Whether it is kept now. Of what one person has, the oldest make room; a forbidden store keeps nothing. */
export function keepText(text: KeptText): boolean {
  const written = JSON.stringify(text);
  if (written.length > LARGEST) return false;
  const older = textsOf(text.person).filter(({ key }) => key !== text.key);
  for (const { key } of older.splice(MOST_OF_A_PERSON - 1)) dropText(key);
  for (;;) {
    if (isStored(PREFIX + text.key, written)) return true;
    const last = older.pop();
    if (!last) return false;
    dropText(last.key);
  }
}

function isStored(name: string, value: string): boolean {
  try {
    localStorage.setItem(name, value);
    return true;
  } catch {
    return false;
  }
}

export function dropText(key: string): void {
  try {
    localStorage.removeItem(PREFIX + key);
  } catch {
    // A forbidden store holds nothing.
  }
}

/** What one person typed and did not save, the latest first. */
export const textsOf = (person: string): KeptText[] =>
  all()
    .filter((text) => text.person === person)
    .sort((a, b) => b.at - a.at);

export const hasTexts = (): boolean => all().length > 0;

/** Forgets all that one person typed and did not save. */
export function dropTextsOf(person: string): void {
  for (const { key } of textsOf(person)) dropText(key);
}

/** Forgets what was saved, as the server told, and what is too old or unreadable. */
export function tidyTexts(): void {
  for (const key of takeSaved()) dropText(key);
  for (const name of names()) if (!read(name)) dropText(name.slice(PREFIX.length));
}

/** Keys of the forms that were saved since the last page, as `seeOther` told them. */
function takeSaved(): string[] {
  const given = new RegExp(`(?:^|; )${SAVED_COOKIE}=([^;]*)`).exec(document.cookie)?.[1];
  if (given === undefined) return [];
  document.cookie = `${SAVED_COOKIE}=; path=/; max-age=0; samesite=lax`;
  return decodeURIComponent(given).split(' ');
}

const names = (): string[] => {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
  } catch {
    return [];
  }
};

const all = (): KeptText[] =>
  names().flatMap((name) => {
    const text = read(name);
    return text ? [text] : [];
  });

function read(name: string): KeptText | null {
  try {
    const text = JSON.parse(localStorage.getItem(name) ?? 'null') as KeptText | null;
    const isWhole = typeof text?.person === 'string' && Array.isArray(text.fields);
    return isWhole && text.at > Date.now() - (text.person === '' ? DAY_MS : KEPT_MS) ? text : null;
  } catch {
    return null;
  }
}
