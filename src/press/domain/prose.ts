import { dateWords } from '../../platform/text/calendar-words.js';
import { formatCalendarDate, localDate } from '../../platform/text/dates.js';
import { nameList } from '../../platform/text/name-list.js';
import { numberWords } from '../../platform/text/number-words.js';
import type { DayTime } from '../../platform/text/day-hours.js';
import type { Zone } from '../../platform/text/zones.js';

/** A text on one line, without the stop at its end. */
export const bare = (text: string): string =>
  text
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(/[.;,]+$/u, '');

/** Words that go on within a sentence: `Ketahanan pangan` as `ketahanan pangan`, `WBK` and names of offices as they are. */
export function within(text: string): string {
  const plain = bare(text);
  const [first = ''] = plain.split(' ');
  const isName = /^\p{Lu}\S*\p{Lu}/u.test(first) || officeWords.has(first);
  return isName ? plain : plain.charAt(0).toLowerCase() + plain.slice(1);
}

const officeWords = new Set(
  ['Lapas', 'Rutan', 'Bapas', 'Rupbasan', 'Kanwil', 'Kantor', 'Direktorat', 'Ditjenpas', 'Dinas'].concat([
    'Universitas',
    'Kementerian',
    'Pemerintah',
    'Kepala',
  ]),
);

/** A text as a sentence of its own. */
export function sentence(text: string): string {
  const plain = text.replaceAll(/[ \t]+/gu, ' ').trim();
  if (plain === '') return '';
  const begun = plain.charAt(0).toUpperCase() + plain.slice(1);
  return /[.!?…”]$/u.test(begun) ? begun : `${begun.replace(/[;,:]+$/u, '')}.`;
}

/** `satu` to `sepuluh` in words, others in digits. */
export const counted = (number: number): string => (number <= 10 ? numberWords(number) : String(number));

/** Items as a sentence has them: parted by semicolons where they hold commas, joined by `serta` where they hold `dan`. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  const before = items.slice(0, -1);
  if (items.some((item) => item.includes(', '))) return `${before.join('; ')}; dan ${last}`;
  if (items.some((item) => item.includes(' dan '))) {
    return `${before.join(', ')}${items.length > 2 ? ',' : ''} serta ${last}`;
  }
  return nameList(items);
}

const smallWords = new Set([
  'dan',
  'di',
  'ke',
  'dari',
  'untuk',
  'pada',
  'dengan',
  'yang',
  'serta',
  'bagi',
  'dalam',
]);

/** As a headline has it: each word but the small ones with a capital. */
export const headline = (text: string): string =>
  text
    .split(' ')
    .map((word, index) =>
      index > 0 && smallWords.has(word.toLowerCase())
        ? word.toLowerCase()
        : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join(' ');

/** The name of an office as headlines have it, without its class: `Bapas Purwokerto`. */
export const shortName = (name: string): string => name.replace(/ Kelas (?:I{1,3}[AB]?|IV)\b/u, '');

/** A town as a dateline has it: `Kab. Banjarnegara` as `BANJARNEGARA`. */
export const datelineTown = (place: string): string =>
  place.replace(/^(?:Kab\.|Kabupaten|Kota)\s+/u, '').toUpperCase();

/** `30 Oktober 2025`. */
export const dayWords = (date: string): string => dateWords(date);

/** `Kamis (30/10/2025)`, or both days of a visit of several. */
export function newsDays({ startsAt, endsAt }: DayTime, zone: Zone): string {
  const days = [localDate(startsAt, zone), localDate(endsAt, zone)];
  return [...new Set(days)].map(newsDay).join(' sampai ');
}

function newsDay(date: string): string {
  const [weekday = ''] = formatCalendarDate(date).split(',');
  const [year = '', month = '', day = ''] = date.split('-');
  return `${weekday} (${Number(day)}/${Number(month)}/${year})`;
}
