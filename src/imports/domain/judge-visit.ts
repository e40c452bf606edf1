import { sameHours } from '../../platform/text/day-hours.js';
import { dayNumber, instantOnDay } from '../../platform/text/calendar-dates.js';
import { formatDateTimeRange, localDate } from '../../platform/text/dates.js';
import { readDate } from '../../platform/text/typed-calendar.js';
import { minuteOfClock, readClock } from '../../platform/text/typed-clock.js';
import { normaliseSecureLink } from '../../platform/text/web-pages.js';
import type { Zone } from '../../platform/text/zones.js';
import {
  isThereOn,
  unknownUnitWords,
  type FoundUnit,
  type NamedUnit,
  type UnitLife,
} from '../../units/domain/index.js';
import {
  isTooLongAgo,
  kindWords,
  LONGEST_VISIT_DAYS,
  timeFault,
  visitKinds,
  type VisitKind,
  type VisitMode,
} from '../../visits/domain/index.js';
import type { FileRow, ImportKind } from './import-tables.js';
import { faultOf, short, type JudgedRow } from './judged-row.js';

/** A visit as a row tells it. */
export interface VisitContent {
  /** Whether it is a draft that is still to be sent, or was agreed upon elsewhere. */
  isDraft: boolean;
  guestUnit: string;
  hostUnit: string;
  kind: VisitKind;
  startsAt: Date;
  endsAt: Date;
  details: {
    title: string;
    purpose: string;
    topics: string[];
    programs: string[];
    mode: VisitMode;
    meetingLink: string | null;
    place: string;
    partySize?: number;
    requestLetterNumber: string | null;
  };
  /** Names of outside partners that come along. */
  partners: string[];
  summary: { outcomes: string; decisions: string; notes: string } | null;
  promise: { what: string; unit: string; personName: string; dueOn: string } | null;
  /** What was looked up of its units. */
  places: { guestOffice: string | null; hostOffice: string | null; timeZone: Zone };
}

export type VisitPlace = NamedUnit & UnitLife & { regionalOffice: string | null; timeZone: Zone };

export interface VisitsKnown {
  findUnit: (typed: string) => FoundUnit<VisitPlace>;
  /** Codes of programs by code and by title, in lower case. */
  programs: ReadonlyMap<string, string>;
  now: Date;
  /** The reader's date, by which dates without a year are read. */
  today: string;
  /** `arrangesFor`: the organisation whose visits the actor writes. */
  actor: { arrangesFor: string | null; regionalOffice: string | null; oversees: boolean };
}

type Cells = FileRow['cells'];
interface Work {
  cells: Cells;
  known: VisitsKnown;
  faults: string[];
}

const DATED = /^(\d{4}-\d{2}-\d{2})(?: \d{2}:\d{2})?$/;

/** Whether a visit can be entered as the row says. */
export function judgeVisit(
  kind: ImportKind,
  { cells }: FileRow,
  known: VisitsKnown,
): JudgedRow<VisitContent> {
  const work: Work = { cells, known, faults: [] };
  const { faults } = work;
  const guest = unitOf(work, 'tamu', 'UPT tamu');
  const host = unitOf(work, 'tuan', 'UPT tuan rumah');
  if (guest && guest === host) faults.push('UPT tamu dan UPT tuan rumah harus berbeda.');
  const isDraft = kind === 'plans' && statusOf(work) === 'draf';
  const time = host ? timesOf(work, kind, host.timeZone) : null;
  if (host && time) faults.push(...goneFaults([guest, host], localDate(time.startsAt, host.timeZone)));
  const details = detailsOf(work);
  const visitKind = kindOf(work);
  const partners = partnersOf(work);
  const summary = kind === 'history' ? summaryOf(cells) : null;
  const promise = kind === 'history' && guest && host ? promiseOf(work, guest, host) : null;
  if (guest && host && !mayEnter(guest, host, known.actor, isDraft)) faults.push(refusal(isDraft));
  if (faults.length > 0 || !guest || !host || !time) return { faults, says: '', content: null };
  const places = {
    guestOffice: guest.regionalOffice,
    hostOffice: host.regionalOffice,
    timeZone: host.timeZone,
  };
  const content = { isDraft, guestUnit: guest.code, hostUnit: host.code, kind: visitKind, ...time };
  return {
    faults,
    says: saysOf(content, guest, host),
    content: { ...content, details, partners, summary, promise, places },
  };
}

/** Sides that are closed, merged or not opened yet on the day of the visit. */
const goneFaults = (sides: readonly (VisitPlace | null)[], date: string): string[] =>
  sides.flatMap((side) =>
    side === null || isThereOn(side, date) ? [] : [`${side.name} tidak ada pada hari itu.`],
  );

const saysOf = (
  { isDraft, startsAt, endsAt }: Pick<VisitContent, 'isDraft' | 'startsAt' | 'endsAt'>,
  guest: VisitPlace,
  host: VisitPlace,
): string =>
  `${isDraft ? 'Menulis draf' : 'Mencatat'} kunjungan ${guest.name} ke ${host.name}, ` +
  `${formatDateTimeRange(sameHours(startsAt, endsAt), host.timeZone)}.`;

const refusal = (isDraft: boolean): string =>
  isDraft
    ? 'Draf hanya dapat ditulis untuk UPT Anda sendiri sebagai tamu.'
    : 'Anda hanya dapat mencatat kunjungan UPT atau wilayah Anda.';

function mayEnter(
  guest: VisitPlace,
  host: VisitPlace,
  actor: VisitsKnown['actor'],
  isDraft: boolean,
): boolean {
  if (actor.arrangesFor === guest.code || (!isDraft && actor.arrangesFor === host.code)) return true;
  const offices = [guest.regionalOffice, host.regionalOffice];
  return (
    !isDraft && actor.oversees && actor.regionalOffice !== null && offices.includes(actor.regionalOffice)
  );
}

function unitOf({ cells, known, faults }: Work, key: string, title: string): VisitPlace | null {
  const typed = cells[key] ?? '';
  if (typed === '') {
    faults.push(faultOf(title, 'wajib diisi.'));
    return null;
  }
  const found = known.findUnit(typed);
  if (found.unit === null) faults.push(faultOf(title, unknownUnitWords(typed, found.meant)));
  return found.unit;
}

function statusOf({ cells, faults }: Work): 'draf' | 'disepakati' | null {
  const typed = (cells['status'] ?? '').toLowerCase();
  if (typed === 'draf' || typed === 'draft') return 'draf';
  if (/^(?:sudah )?(?:disepakati|sepakat|disetujui|pasti)$/.test(typed)) return 'disepakati';
  faults.push(faultOf('Status', 'tulis draf atau disepakati.'));
  return null;
}

function kindOf({ cells, faults }: Work): VisitKind {
  const typed = (cells['jenis'] ?? '').toLowerCase();
  const kind =
    typed === '' ? 'study-visit' : visitKinds.find((each) => kindWords[each].toLowerCase() === typed);
  if (!kind) faults.push(faultOf('Jenis', 'tulis studi tiru, kunjungan kerja, atau koordinasi.'));
  return kind ?? 'study-visit';
}

function dateOf({ cells, known, faults }: Work, key: string, title: string): string | null {
  const typed = cells[key] ?? '';
  const { value, fault } = readDate(DATED.exec(typed)?.[1] ?? typed, known.today);
  if (fault !== null) faults.push(faultOf(title, typed === '' ? 'wajib diisi.' : fault));
  return value;
}

function clockOf({ cells, faults }: Work, key: string, title: string): number | null {
  const typed = (cells[key] ?? '').replace(/^\d{4}-\d{2}-\d{2} /, '');
  const { value, fault } = readClock(typed, { zone: null });
  if (fault !== null) faults.push(faultOf(title, typed === '' ? 'wajib diisi.' : fault));
  return value === null ? null : minuteOfClock(value);
}

function timesOf(work: Work, kind: ImportKind, zone: Zone): { startsAt: Date; endsAt: Date } | null {
  const { cells, known, faults } = work;
  const day = dateOf(work, 'tanggal', 'Tanggal');
  const last = (cells['sampai'] ?? '') === '' ? day : dateOf(work, 'sampai', 'Sampai tanggal');
  const [from, to] = [clockOf(work, 'mulai', 'Mulai'), clockOf(work, 'selesai', 'Selesai')];
  if (day === null || last === null || from === null || to === null) return null;
  const time = {
    startsAt: instantOnDay(dayNumber(day), from, zone),
    endsAt: instantOnDay(dayNumber(last), to, zone),
  };
  const fault = timeFault(time.startsAt, time.endsAt);
  if (fault === 'ends-before-start') faults.push(faultOf('Selesai', 'harus sesudah mulai.'));
  else if (fault) faults.push(faultOf('Selesai', `kunjungan paling lama ${LONGEST_VISIT_DAYS} hari.`));
  else if (kind === 'history' && time.endsAt > known.now) {
    faults.push(faultOf('Tanggal', 'belum lewat; pakailah berkas rencana kunjungan.'));
  } else if (kind === 'plans' && time.endsAt <= known.now) {
    faults.push(faultOf('Tanggal', 'sudah lewat; pakailah berkas riwayat kunjungan.'));
  } else if (isTooLongAgo(time.startsAt, zone))
    faults.push(faultOf('Tanggal', 'paling lama sejak 1 Januari 2015.'));
  return time;
}

const items = (text: string): string[] =>
  text
    .split(/[;\n]/)
    .map((item) => item.trim())
    .filter(Boolean);

const MOST_PARTNERS = 10;
const LONGEST_PARTNER = 200;

function partnersOf({ cells, faults }: Work): string[] {
  const partners = items(cells['mitra'] ?? '');
  if (partners.length > MOST_PARTNERS || partners.some((name) => name.length > LONGEST_PARTNER)) {
    const limits = `paling banyak ${MOST_PARTNERS}, masing-masing paling panjang ${LONGEST_PARTNER} huruf.`;
    faults.push(faultOf('Mitra luar', limits));
  }
  const nameless = partners.find((name) => !/\p{L}/u.test(name));
  if (nameless !== undefined) faults.push(faultOf('Mitra luar', 'tulis namanya dengan huruf.'));
  return partners;
}

/** As people write how they met. */
const modeWords: readonly (readonly [RegExp, VisitMode])[] = [
  [/^(?:tatap muka|luring|langsung|offline|di tempat)?$/, 'on-site'],
  [/^(?:daring|online|virtual|zoom|rapat video|daring \(rapat video\))$/, 'online'],
  [/^(?:campuran|hibrida?|hybrid|keduanya|(?:tatap muka|luring) dan daring)$/, 'hybrid'],
];

function modeOf({ cells, faults }: Work): VisitMode {
  const typed = (cells['cara'] ?? '').toLowerCase();
  const found = modeWords.find(([words]) => words.test(typed));
  if (!found) faults.push(faultOf('Cara bertemu', 'tulis tatap muka, daring, atau keduanya.'));
  return found?.[1] ?? 'on-site';
}

function linkOf({ cells, faults }: Work): string | null {
  const typed = cells['tautan'] ?? '';
  if (typed === '') return null;
  const link = normaliseSecureLink(typed);
  if (link === null) faults.push(faultOf('Tautan rapat', 'bukan tautan https yang benar.'));
  return link;
}

function detailsOf(work: Work): VisitContent['details'] {
  const { cells, known, faults } = work;
  const text = (key: string, title: string, longest: number): string => {
    const value = cells[key] ?? '';
    if (value.length > longest) faults.push(faultOf(title, `paling panjang ${longest} huruf.`));
    return value;
  };
  const title = text('judul', 'Judul', 200).replace(/\s+/g, ' ');
  if (title === '') faults.push(faultOf('Judul', 'wajib diisi.'));
  const topics = items(text('topik', 'Topik', 2000));
  if (topics.length > 20 || topics.some((topic) => topic.length > 100)) {
    faults.push(faultOf('Topik', 'paling banyak 20, masing-masing paling panjang 100 huruf.'));
  }
  const programs = items(cells['program'] ?? '').flatMap((typed) => {
    const code = known.programs.get(typed.toLowerCase());
    if (code === undefined) faults.push(faultOf('Program', `“${short(typed)}” tidak ada dalam daftar.`));
    return code ?? [];
  });
  const size = cells['jumlah'] ?? '';
  const partySize = Number(size);
  if (size !== '' && !(Number.isInteger(partySize) && partySize >= 1 && partySize <= 1000)) {
    faults.push(faultOf('Jumlah rombongan', 'isi dengan bilangan 1 sampai 1000.'));
  }
  return {
    title,
    purpose: text('tujuan', 'Tujuan', 4000),
    topics,
    programs,
    mode: modeOf(work),
    meetingLink: linkOf(work),
    place: text('tempat', 'Tempat', 300),
    ...(size === '' ? {} : { partySize }),
    requestLetterNumber: text('surat', 'Nomor surat permohonan', 100) || null,
  };
}

function summaryOf(cells: Cells): VisitContent['summary'] {
  const [outcomes = '', decisions = '', notes = ''] = [cells['hasil'], cells['keputusan'], cells['catatan']];
  return outcomes || decisions || notes ? { outcomes, decisions, notes } : null;
}

function promiseOf(work: Work, guest: VisitPlace, host: VisitPlace): VisitContent['promise'] {
  const { cells, faults } = work;
  const what = cells['janji'] ?? '';
  if (what === '') return null;
  if (what.length > 2000) faults.push(faultOf('Tindak lanjut', 'paling panjang 2000 huruf.'));
  const personName = cells['penanggung'] ?? '';
  if (personName === '' || personName.length > 200) {
    faults.push(faultOf('Penanggung jawab', 'wajib diisi untuk tindak lanjut, paling panjang 200 huruf.'));
  }
  const dueOn = dateOf(work, 'tenggat', 'Paling lambat');
  const byHost = /^(?:upt )?tuan rumah$/i.test(cells['pelaksana'] ?? '');
  return dueOn === null ? null : { what, personName, dueOn, unit: byHost ? host.code : guest.code };
}
