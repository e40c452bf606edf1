import type { OwnHours } from '../../platform/text/day-hours.js';
import { addDays } from '../../platform/text/calendar-dates.js';
import { formatDateTimeRange, localDate } from '../../platform/text/dates.js';
import { layOutLetter, type LetterBody } from '../../platform/text/letter.js';
import type { IsHoliday } from '../../platform/text/working-days.js';
import { knownBefore, workingDayUpTo, workingMoment } from '../../platform/text/working-hours.js';
import type { Zone } from '../../platform/text/zones.js';
import { givenAnswerWords } from './answer-words.js';
import type { GivenAnswer } from './heard-answer.js';
import type { ParticipantRole, ParticipantSide } from './participant.js';

/** What a participant said and the officers of that side were not mailed yet. */
export interface AnswerNews {
  id: string;
  /** The participant's id. */
  participant: string;
  name: string;
  side: ParticipantSide;
  /** The joined guest in whose part of the party they come; null for all others. */
  broughtBy: string | null;
  role: ParticipantRole;
  /** Null for words without an answer. */
  answer: GivenAnswer | null;
  words: string;
  cameAt: Date;
}

/** Those without whom a visit is another one: their decline is told at once. */
export const rolesThatMatter = ['leader', 'speaker'] as const satisfies ParticipantRole[];

/** Hours before a visit from which everything is told at once. */
export const URGENT_HOURS = 24;

/** What is new of a visit, as far as the hour of its mail depends on it. */
export interface PendingNews {
  /** When the oldest came. */
  oldestAt: Date;
  /** Whether something of it is told at once. */
  isUrgent: boolean;
  startsAt: Date;
  /** The host's zone. */
  timeZone: Zone;
}

/**
 * Whether officers are mailed now what participants said: at once where it is urgent, else in the morning of a working
 * day what came before it, and in the afternoon of the last working day before the visit what came since.
 */
export function isDigestDue(
  { oldestAt, isUrgent, startsAt, timeZone }: PendingNews,
  now: Date,
  isHoliday: IsHoliday,
): boolean {
  if (isUrgent) return true;
  const moment = workingMoment(now, timeZone, isHoliday);
  if (!moment) return false;
  if (knownBefore(oldestAt, moment.today, 'morning', timeZone)) return true;
  const eve = workingDayUpTo(addDays(localDate(startsAt, timeZone), -1), isHoliday);
  return moment.today === eve && moment.isEvening && knownBefore(oldestAt, moment.today, 'evening', timeZone);
}

/** A visit as such a mail shows it. */
export interface DigestedVisit {
  reference: string;
  title: string;
  guestUnitName: string;
  hostUnitName: string;
  startsAt: Date;
  endsAt: Date;
  ownHours: OwnHours | null;
  timeZone: Zone;
  pageUrl: string;
}

const roleWords: Partial<Record<ParticipantRole, string>> = { leader: 'pimpinan', speaker: 'narasumber' };

/** The mail to one officer, in Indonesian: each participant with the last answer and with all words. */
export function answerDigestMail(
  name: string,
  visit: DigestedVisit,
  news: readonly AnswerNews[],
): LetterBody & { subject: string } {
  const title = 'Jawaban peserta';
  const { guestUnitName, hostUnitName, timeZone } = visit;
  return {
    subject: `${title}: ${visit.title} (${visit.reference})`,
    ...layOutLetter({
      title,
      name,
      blocks: [
        { text: 'Peserta dari pihak Anda menjawab undangan atau menulis tentang kunjungan berikut.' },
        { heading: 'Yang baru', list: digestLines(news) },
        {
          facts: [
            ['Waktu', formatDateTimeRange(visit, timeZone)],
            ['Tamu', guestUnitName],
            ['Tuan rumah', hostUnitName],
          ],
        },
        { action: 'Buka kunjungan', href: visit.pageUrl },
      ],
    }),
  };
}

function digestLines(news: readonly AnswerNews[]): string[] {
  const first = new Map(news.toReversed().map((each) => [each.participant, each]));
  return [...first.values()].toReversed().map(({ participant, name, role }) => {
    const said = news.filter((each) => each.participant === participant);
    const answer = said.findLast((each) => each.answer !== null)?.answer ?? null;
    const words = said.flatMap((each) => (each.words === '' ? [] : `“${each.words.replace(/\s+/g, ' ')}”`));
    const who = roleWords[role] ? `${name} (${roleWords[role]})` : name;
    return `${who}: ${[...(answer ? [givenAnswerWords[answer]] : []), ...words].join(', ')}`;
  });
}
