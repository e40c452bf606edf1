import type { Marks } from './subject.js';

/** A kind of mark, with what it looks like in whatever somebody wrote: mails, calendars, links, JSON. */
export type MarkKind = keyof Marks;

/** Calendars fold their lines anywhere (RFC 5545, section 3.1). */
const FOLD = '(?:\\r?\\n[ \\t])?';

const signs: Readonly<Record<string, string>> = {
  '@': '(?:@|%40|&#64;)',
  "'": "(?:'|’|&#39;|&#x27;|&apos;)",
  '’': "(?:'|’|&#39;|&#x27;|&apos;)",
  '"': '(?:\\\\?"|&quot;)',
  '&': '(?:&|&amp;|%26)',
  ',': '(?:\\\\?,|%2C)',
  '+': '(?:\\+|%2B)',
};

const SPACE = '(?:\\s|%20|\\+|&nbsp;|&#160;)+';

const escaped = (letter: string): string =>
  signs[letter] ?? (/[.*?^${}()|[\]\\/]/.test(letter) ? `\\${letter}` : letter);

const inWords = (value: string): string =>
  value
    .trim()
    .split(/\s+/)
    .map((word) => Array.from(word, escaped).join(FOLD))
    .join(`${FOLD}${SPACE}${FOLD}`);

const inDigits = (digits: string): string => [...digits].join('(?:[ .()-]|\\r?\\n[ \\t])*');

const phonePattern = (phone: string): string => {
  const national = phone.replace(/\D/g, '').replace(/^(?:62|0)/, '');
  return `(?:(?:\\+|%2B)?62[ .()-]*|0)?${inDigits(national)}`;
};

const patternOf: Readonly<Record<MarkKind, (value: string) => string>> = {
  names: inWords,
  addresses: inWords,
  phones: phonePattern,
  nips: inDigits,
};

/** What may not stand beside it, so that it is a part of something else. */
const around: Readonly<Record<MarkKind, readonly [before: string, after: string]>> = {
  names: ['(?:(?<=%[\\dA-F]{2})|(?<![\\p{L}\\p{N}]))', '(?![\\p{L}\\p{N}])'],
  addresses: ['(?<![\\p{L}\\p{N}_.+-])', '(?![\\p{L}\\p{N}_-])'],
  phones: ['(?<!\\d)', '(?!\\d)'],
  nips: ['(?<!\\d)', '(?!\\d)'],
};

export interface Found {
  kind: MarkKind;
  /** Which of its kind. */
  index: number;
  pattern: RegExp;
}

const all = (marks: Marks): { kind: MarkKind; index: number; value: string }[] =>
  (['addresses', 'nips', 'phones', 'names'] as const).flatMap((kind) =>
    // The longer first: a name with its titles before the name alone.
    marks[kind]
      .map((value, index) => ({ kind, index, value }))
      .sort((a, b) => b.value.length - a.value.length),
  );

/** What each mark looks like, as JavaScript reads it, in the order in which they are replaced. */
export const patternsOf = (marks: Marks): Found[] =>
  all(marks).map(({ kind, index, value }) => ({
    kind,
    index,
    pattern: new RegExp(`${around[kind][0]}${patternOf[kind](value)}${around[kind][1]}`, 'giu'),
  }));

/** What PostgreSQL looks for (`~*`): it may find more, and never less. */
export const searchPatternOf = (marks: Marks): string =>
  all(marks)
    .map(({ kind, value }) => `(?:${patternOf[kind](value)})`)
    .join('|');
