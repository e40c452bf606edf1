import { addDays } from '../../platform/text/calendar-dates.js';
import { formatCalendarDate, formatDateTimeRange, formatTimeRange } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { dayHours } from '../../platform/text/day-hours.js';
import { NOT_USING } from '../../units/index.js';
import { neededTexts, type BookingInput } from '../domain/booking-input.js';
import type { ChosenTime } from '../domain/chosen-time.js';
import type { BookingView, FoundHost } from '../use-cases/look-at-booking.js';

export const kindOptions = [
  { value: 'study-visit', name: 'Studi tiru' },
  { value: 'working-visit', name: 'Kunjungan kerja' },
  { value: 'coordination', name: 'Koordinasi' },
] as const;

export const orderOptions = [
  { value: 'cocok', name: 'Paling cocok' },
  { value: 'jarak', name: 'Paling dekat' },
  { value: 'nama', name: 'Nama' },
] as const;

/** Why a time is a good one. */
const reasonWords: Readonly<Record<string, string>> = {
  'decent-notice': 'cukup waktu untuk persiapan',
  'within-two-weeks': 'dalam dua minggu',
  'within-a-month': 'dalam sebulan',
  'morning-start': 'mulai pagi',
  'without-break': 'tanpa terpotong istirahat',
  'several-places-free': 'masih longgar di tuan rumah',
};

/** The reasons as a phrase: what is true anyway of a nearer one is not said twice. */
export function reasonsText(reasons: readonly string[]): string {
  const said = reasons.includes('within-two-weeks')
    ? reasons.filter((reason) => reason !== 'within-a-month')
    : reasons;
  return said.map((reason) => reasonWords[reason] ?? reason).join(', ');
}

/** A time in the host's zone, and in the reader's when that is another. */
export function timeText(time: ChosenTime, zone: Zone, own: Zone): string {
  const text = formatDateTimeRange(time, zone);
  if (zone === own) return text;
  const days = time.ownHours === null ? dayHours(time, zone).slice(0, 1) : dayHours(time, zone);
  const here = days.map(({ startsAt, endsAt }) => formatTimeRange(startsAt, endsAt, own));
  return `${text} (${here.join('; ')} di tempat Anda)`;
}

/** `30 November 2026 sampai 6 Desember 2026`. */
export function weekText(monday: string): string {
  const [first, last] = [monday, addDays(monday, 6)].map((date) =>
    formatCalendarDate(date).replace(/^[^,]+, /, ''),
  );
  return `${first} sampai ${last}`;
}

/** What a host asks of a visit, in a line. */
export function policyText(host: FoundHost): string {
  if (!host.open) return 'Belum menerima kunjungan';
  if (!host.receivesKind) return 'Tidak menerima bentuk kunjungan ini';
  const notice =
    host.shortestNoticeDays > 0 ? `, paling lambat ${host.shortestNoticeDays} hari sebelumnya` : '';
  const party = host.largestParty === null ? '' : `, paling banyak ${host.largestParty} orang`;
  return `Menerima kunjungan${notice}${party}`;
}

/** Who answers for a host where nobody has an account. */
export const usageText = ({ hasEmail }: FoundHost): string =>
  hasEmail
    ? `${NOT_USING}: permintaan dikirim ke surelnya dan dijawab lewat tautan`
    : `${NOT_USING}: permintaan dijawab Kanwil atas namanya`;

export interface StepProgress {
  id: string;
  title: string;
  isDone: boolean;
  /** What was chosen so far; empty when nothing was. */
  summary: string;
}

/** How far each step is. */
export function progressOf(
  input: BookingInput,
  { guest, arranges, host, time, party }: BookingView,
  own: Zone,
): StepProgress[] {
  const chosen = time && typeof time.chosen !== 'string' ? time.chosen : null;
  const steps: StepProgress[] = [
    ...(arranges
      ? [{ id: 'tamu-utama', title: 'Tamu', isDone: guest !== null, summary: guest?.name ?? '' }]
      : []),
    { id: 'tuan-rumah', title: 'Tuan rumah', isDone: host !== null, summary: host?.name ?? '' },
    {
      id: 'waktu',
      title: 'Waktu',
      isDone: chosen !== null && time?.faults.length === 0,
      summary: chosen && time ? timeText(chosen, time.timeZone, own) : '',
    },
    {
      id: 'isi',
      title: 'Isi',
      isDone: isFilled(input),
      summary: input.content.title,
    },
    {
      id: 'rombongan',
      title: 'Rombongan',
      isDone: party.size !== null && party.members.length > 0 && partyFaults(party) === 0,
      summary: party.size === null || party.members.length === 0 ? '' : `${party.size} orang`,
    },
  ];
  return [
    ...steps,
    { id: 'kirim', title: 'Kirim', isDone: false, summary: steps.every(isDone) ? 'Siap dikirim' : '' },
  ];
}

/** Whether nothing is left empty without which a visit cannot be asked for. */
const isFilled = ({ content }: BookingInput): boolean =>
  neededTexts.every((name) => content[name].trim() !== '');

const isDone = (step: StepProgress): boolean => step.isDone;

const partyFaults = (party: BookingView['party']): number =>
  party.pasted.faults.length + party.outsiders.faults.length;
