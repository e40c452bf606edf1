import { LONGEST_DAY_LINES } from '../../platform/text/typed-day-hours.js';
import { namesOf } from '../../platform/text/field-description.js';
import {
  bookingFields,
  visitKinds,
  visitModes,
  type BookingField,
  type VisitKind,
  type VisitMode,
} from '../../visits/domain/index.js';
import { readDate } from '../../platform/text/typed-calendar.js';
import { holdable } from '../../platform/text/clean-text.js';
import { shownColumns, type ShownColumns } from '../../platform/text/pasted-people/pasted-list.js';
import { hostOrders, type HostOrder } from './host-ranking.js';
import { sensibleDate, type TypedTime } from './chosen-time.js';
import type { TypedRepeat } from './repeat.js';

/** Everything a booking form holds, as it was typed: nothing is known of it but that it is clean text. */
export interface BookingInput {
  /** Tells the form from every other, so that sending it twice gives one visit. */
  key: string;
  search: HostSearch;
  /** The leading guest, where a regional office arranges; else it is the own unit. */
  guest: string;
  joining: TypedJoining;
  host: string;
  /** A day of the week to show; null for the one that suits best. */
  week: string | null;
  time: TypedTime;
  repeat: TypedRepeat;
  content: Readonly<Record<ContentField, string>>;
  programs: string[];
  party: TypedParty;
}

/** Organisations that are asked to join the guest, the words others are looked for by, and outside partners, a line each. */
export interface TypedJoining {
  codes: string[];
  words: string;
  partners: string;
}

export interface HostSearch {
  words: string;
  type: string;
  program: string;
  topic: string;
  office: string;
  /** `ya` for those that use Sambang, `belum` for those that do not; anything else for all. */
  usage: string;
  withinKm: number | null;
  order: HostOrder;
  /** How many hosts to show. */
  shown: number;
}

export interface TypedParty {
  /** Ids of the own unit's people. */
  officers: string[];
  pasted: string;
  /** What the columns of the list were shown or corrected to be. */
  pastedColumns: ShownColumns;
  outsiders: string;
  outsiderColumns: ShownColumns;
  outsiderSide: 'guest' | 'invited';
  /** Who leads: a mail address or name of the party; empty for the first. */
  leader: string;
  size: string;
}

/** A field of the visit that is typed; programs are ticked. */
export type TypedField = Exclude<BookingField, 'programs'>;
export const typedFields = namesOf(bookingFields).filter((name) => name !== 'programs');

/** What a field of the visit is called in this form. */
export function bookingLabel(name: TypedField): string {
  const { label, booking } = bookingFields[name];
  return 'label' in booking ? booking.label : label;
}

/** Those without which a visit cannot be asked for. */
export const neededTexts = typedFields.filter((name) => bookingFields[name].booking.needed);

/** Texts of the form that go into the visit as they are, by the fields' names in the API. */
export const contentFields: readonly ContentField[] = ['kind', ...typedFields];
export type ContentField = 'kind' | TypedField;

/** Those with which a form opens (`openingInput`). */
const openedWith: readonly ContentField[] = ['kind', 'mode', 'topics', 'contactName', 'contactEmail'];

/** The kind of visit that was chosen; null for none that there is. */
export const kindOf = ({ content }: Pick<BookingInput, 'content'>): VisitKind | null =>
  visitKinds.find((kind) => kind === content.kind) ?? null;

/** How guests and host are to meet. */
export const modeOf = ({ content }: Pick<BookingInput, 'content'>): VisitMode =>
  content.mode in visitModes ? (content.mode as VisitMode) : bookingFields.mode.usual;

/** Those that hold something only when somebody typed it. */
export const typedByHand = contentFields.filter((name) => !openedWith.includes(name));

/** Lengths of a visit that can be looked for, in minutes. */
export const lengths = [60, 90, 120, 180, 240, 360, 480] as const;
const USUAL_LENGTH = 120;

const FEW_HOSTS = 6;
const MORE_HOSTS = 30;
const LONGEST_SEARCH = 100;
const LONGEST_TIME = 60;
const MOST_CHOSEN = 300;
/** More than can be asked, so that who chooses too many is told. */
const MOST_JOINING = 40;
const LONGEST_PARTNERS = 4000;

type Sent = Readonly<Record<string, unknown>>;

/** A text that was sent once, or the last of several. */
function textOf(sent: Sent, field: string): string {
  const value = Object.hasOwn(sent, field) ? sent[field] : undefined;
  const last: unknown = Array.isArray(value) ? value.at(-1) : value;
  return typeof last === 'string' ? holdable(last) : '';
}

/** All texts sent under a name, each once. */
function textsOf(sent: Sent, field: string): string[] {
  const value = Object.hasOwn(sent, field) ? sent[field] : undefined;
  const all: unknown[] = Array.isArray(value) ? value : [value];
  const texts = all.filter((each): each is string => typeof each === 'string' && each !== '').map(holdable);
  return [...new Set(texts)].slice(0, MOST_CHOSEN);
}

const short = (sent: Sent, field: string): string => textOf(sent, field).trim().slice(0, LONGEST_SEARCH);

function searchOf(sent: Sent, step: string): HostSearch {
  const within = Number(textOf(sent, 'jarak'));
  return {
    words: short(sent, 'cari'),
    type: short(sent, 'jenis'),
    program: short(sent, 'program'),
    topic: short(sent, 'topik'),
    office: short(sent, 'kanwil'),
    usage: short(sent, 'pakai'),
    withinKm: Number.isInteger(within) && within > 0 && within <= 10_000 ? within : null,
    order: hostOrders.find((each) => each === textOf(sent, 'urut')) ?? 'cocok',
    shown: step === 'lebih' || textOf(sent, 'banyak') === String(MORE_HOSTS) ? MORE_HOSTS : FEW_HOSTS,
  };
}

/** What tells a member of the party (`memberKey`): a mail address, a blank and a name. */
const LONGEST_KEY = 254 + 1 + 200;

function timeOf(sent: Sent, today: string | null): TypedTime {
  const date = textOf(sent, 'tanggal').slice(0, LONGEST_TIME);
  const last = textOf(sent, 'tanggalAkhir').slice(0, LONGEST_TIME);
  const minutes = Number(textOf(sent, 'lama'));
  return {
    slot: textOf(sent, 'waktu').slice(0, 20),
    minutes: lengths.find((each) => each === minutes) ?? USUAL_LENGTH,
    date: readDate(date, today).value ?? date,
    lastDate: readDate(last, today).value ?? last,
    from: textOf(sent, 'dari').slice(0, LONGEST_TIME),
    until: textOf(sent, 'sampai').slice(0, LONGEST_TIME),
    dayLines: textOf(sent, 'jamLain').slice(0, LONGEST_DAY_LINES),
  };
}

/** How often, and until when, a meeting repeats. */
function repeatOf(sent: Sent, today: string | null): TypedRepeat {
  const until = textOf(sent, 'ulangSampai').slice(0, LONGEST_TIME);
  return { pace: textOf(sent, 'ulang').slice(0, 20), until: readDate(until, today).value ?? until };
}

function partyOf(sent: Sent): TypedParty {
  return {
    officers: textsOf(sent, 'orang'),
    pasted: textOf(sent, 'tempel'),
    pastedColumns: shownColumns(sent, 'tempel'),
    outsiders: textOf(sent, 'luar'),
    outsiderColumns: shownColumns(sent, 'luar'),
    outsiderSide: textOf(sent, 'pihakLuar') === 'invited' ? 'invited' : 'guest',
    leader: textOf(sent, 'ketua').slice(0, LONGEST_KEY),
    size: textOf(sent, 'partySize').trim().slice(0, 10),
  };
}

/** The button that sent the form: `lebih`, `minggu:2025-10-27`, `kirim`, `draf`, or one that only shows. */
export const stepOf = (sent: Sent): string => textOf(sent, 'langkah');

/**
 * Reads a form that was sent, or the presets of a link; anything may be in it.
 *
 * @param today the reader's date, from which a day is told that was typed as `besok`; null where it is not known
 */
export function readInput(sent: Sent, today: string | null = null): BookingInput {
  const step = stepOf(sent);
  const week = /^minggu:(.*)$/s.exec(step)?.[1] ?? textOf(sent, 'minggu');
  const content = contentFields.map((field) => [field, textOf(sent, field)] as const);
  return {
    key: textOf(sent, 'kunci').slice(0, 60),
    search: searchOf(sent, step),
    guest: textOf(sent, 'tamu').slice(0, 80),
    joining: {
      codes: textsOf(sent, 'tamuLain').slice(0, MOST_JOINING),
      words: short(sent, 'cariTamu'),
      partners: textOf(sent, 'mitra').slice(0, LONGEST_PARTNERS),
    },
    host: textOf(sent, 'tuan').slice(0, 80),
    week: sensibleDate(week),
    time: timeOf(sent, today),
    repeat: repeatOf(sent, today),
    content: Object.fromEntries(content) as Record<ContentField, string>,
    programs: textsOf(sent, 'programs'),
    party: partyOf(sent),
  };
}

/** A form that opens: what a link presets, and what most would type. */
export function openingInput(
  sent: Sent,
  contact: { name: string; email: string; key: string },
): BookingInput {
  const input = readInput(sent);
  const { topic, program } = input.search;
  return {
    ...input,
    key: contact.key,
    content: {
      ...input.content,
      kind: input.content.kind || 'study-visit',
      mode: modeOf(input),
      topics: input.content.topics || topic,
      contactName: contact.name,
      contactEmail: contact.email,
    },
    programs: input.programs.length > 0 ? input.programs : [program].filter(Boolean),
  };
}
