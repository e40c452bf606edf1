import { withoutContacts } from '../../platform/text/private-details.js';
import type { PressFacts } from './press-facts.js';

/** Whoever takes part is told of without a name. */
const SOMEBODY = 'salah satu peserta';

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** A text without the names of people, as far as a name is more than one word; a title before it goes along. */
export function withoutNames(text: string, names: readonly string[]): string {
  const full = names.map((name) => name.trim()).filter((name) => name.includes(' '));
  if (full.length === 0) return text;
  const byLength = full.toSorted((one, other) => other.length - one.length).map(escaped);
  const named = new RegExp(
    `(?:(?:Bapak|Ibu|Pak|Bu|Sdr\\.|Sdri\\.)\\s+)?(?<![\\p{L}\\p{N}])(?:${byLength.join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  );
  return text.replaceAll(named, SOMEBODY);
}

/** Quotes go as their speakers approved them, offices and programs as they are called. */
const kept = new Set([
  'quotes',
  'office',
  'host',
  'guests',
  'parties',
  'programs',
  'time',
  'zone',
  'kind',
  'mode',
]);

/** What is known of a visit without telephone numbers, addresses, NIP and the names of those who take part. */
export function cleaned(facts: PressFacts, names: readonly string[]): PressFacts {
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') return withoutNames(withoutContacts(value), names);
    if (Array.isArray(value)) return value.map(clean);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, kept.has(name) ? each : clean(each)]),
    );
  };
  return clean(facts) as PressFacts;
}
