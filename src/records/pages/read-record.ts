import type { Zone } from '../../platform/text/zones.js';
import { readDayHours } from '../../platform/text/typed-day-hours.js';
import { sameHours, type DayTime } from '../../platform/text/day-hours.js';
import { instantAt } from '../../platform/text/instant-at.js';
import type { FieldFault } from '../../platform/errors/app-error.js';
import { RequestError } from '../../platform/http/request-error.js';
import { itemsOf } from '../../platform/pages/described-form.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { pastedFault, shownColumns } from '../../platform/text/pasted-people/pasted-list.js';
import { unknownUnitWords, type FoundUnit, type KnownUnit } from '../../units/index.js';
import type { NewVisit } from '../../visits/index.js';
import { attendedPeople, readAttended, type AttendedList } from '../domain/attended-party.js';
import type { WholeVisit } from '../use-cases/record-whole-visit.js';
import { promiseRows, type RecordForm } from './record-form.js';

/** How many outside partners come along at the most. */
const MOST_PARTNERS = 10;

type Finder = (typed: string) => FoundUnit<KnownUnit>;

/** How the use-cases call the fields of this form. */
const names: Readonly<Record<string, string>> = {
  guestUnit: 'tamu',
  hostUnit: 'tuan',
  startsAt: 'from',
  endsAt: 'to',
  followUps: 'what1',
  partnerName: 'mitra',
};

/** Faults under this form's own names. */
export function besideNames(faults: FormFaults): FormFaults {
  const fields = Object.fromEntries(
    Object.entries(faults.fields).map(([field, text]) => [names[field] ?? field, text]),
  );
  return { ...faults, fields };
}

/** Fields with lists of people. */
export const listNames = ['guests', 'hosts', 'invited'] as const;
export type RecordLists = Readonly<Record<(typeof listNames)[number], AttendedList>>;

/** The lists of people of a form as they are understood, by the columns that it showed. */
export function listsOf(sent: SentForm | undefined): RecordLists {
  const read = (field: string) => [field, readAttended(typed(sent, field), shownColumns(sent ?? {}, field))];
  return Object.fromEntries(listNames.map(read)) as RecordLists;
}

/**
 * The visit that a form tells.
 *
 * @throws RequestError `validation-failed` with what its texts do not show
 */
export function wholeOf(form: RecordForm, lists: RecordLists, find: Finder, now: Date): WholeVisit {
  const faults: FieldFault[] = [];
  const guest = unitOf(form, 'tamu', find, faults);
  const host = unitOf(form, 'tuan', find, faults);
  if (!guest || !host) throw new RequestError('validation-failed', {}, faults);
  const times = timeOf(form, host.timeZone, faults);
  const participants = partyOf(lists, times.endsAt <= now, faults);
  const followUps = promisesOf(form, guest.code, host.code, faults);
  const partners = itemsOf(form.mitra, 'lines');
  if (partners.length > MOST_PARTNERS) {
    faults.push({ field: 'mitra', message: `paling banyak ${MOST_PARTNERS} mitra` });
  }
  if (faults.length > 0) throw new RequestError('validation-failed', {}, faults);
  const { outcomes, decisions, notes } = form;
  const isSummarised = [outcomes, decisions, notes].some((text) => text.trim() !== '');
  return {
    visit: {
      guestUnit: guest.code,
      hostUnit: host.code,
      kind: form.kind,
      ...times,
      participants,
      details: detailsOf(form),
    },
    summary: isSummarised ? { outcomes, decisions, notes } : null,
    followUps,
    mails: form.kirim === 'ya',
    partners,
  };
}

/** Faulty lines of days leave the same hours on each, and a fault. */
function timeOf(form: RecordForm, zone: Zone, faults: FieldFault[]): DayTime {
  const { day, lastDay = day, from, to } = form;
  const wall = { day, lastDay, from, to, dayLines: form.ownHours };
  const time = readDayHours(wall, zone);
  if (typeof time !== 'string') return time;
  faults.push({ field: 'ownHours', message: time });
  return sameHours(instantAt(day, from, zone), instantAt(lastDay, to, zone));
}

function unitOf(
  form: RecordForm,
  field: 'tamu' | 'tuan',
  find: Finder,
  faults: FieldFault[],
): KnownUnit | null {
  const found = find(form[field]);
  if (found.unit === null) faults.push({ field, message: unknownUnitWords(form[field], found.meant) });
  return found.unit;
}

function partyOf(lists: RecordLists, isOver: boolean, faults: FieldFault[]): NewVisit['participants'] {
  const sides = [
    ['guests', 'guest'],
    ['hosts', 'host'],
    ['invited', 'invited'],
  ] as const;
  return sides.flatMap(([field, side]) => {
    const fault = pastedFault(lists[field].list);
    if (fault !== null) faults.push({ field, message: fault });
    return attendedPeople(lists[field], isOver).map((person, index) => ({
      ...person,
      side,
      role: side === 'guest' && index === 0 ? ('leader' as const) : ('member' as const),
    }));
  });
}

function promisesOf(
  form: RecordForm,
  guest: string,
  host: string,
  faults: FieldFault[],
): WholeVisit['followUps'] {
  return promiseRows.flatMap((row) => {
    const what = form[`what${row}`] ?? '';
    const person = form[`person${row}`] ?? '';
    const dueOn = form[`dueOn${row}`];
    if (what === '' && person === '' && !dueOn) return [];
    const missing = { [`what${row}`]: what, [`person${row}`]: person, [`dueOn${row}`]: dueOn };
    const empty = Object.entries(missing).filter(([, value]) => !value);
    for (const [field] of empty) faults.push({ field, message: 'wajib diisi untuk tindak lanjut ini' });
    if (empty.length > 0 || !dueOn) return [];
    return [{ what, personName: person, dueOn, unit: form[`unit${row}`] === 'host' ? host : guest }];
  });
}

function detailsOf(form: RecordForm): NewVisit['details'] {
  const { title, purpose, topics, mode, meetingLink, place, partySize, programs } = form;
  const { requestLetterNumber, requestLetterDate, replyLetterNumber, replyLetterDate } = form;
  const letters = { requestLetterNumber, requestLetterDate, replyLetterNumber, replyLetterDate };
  return { title, purpose, topics, mode, meetingLink, place, partySize, programs, ...letters };
}
