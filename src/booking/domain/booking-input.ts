import { hostOrders, type HostOrder } from './host-ranking.js';
import { sensibleDate, type TypedTime } from './chosen-time.js';

/** Everything a booking form holds, as it was typed: nothing is known of it but that it is clean text. */
export interface BookingInput {
  /** Tells the form from every other, so that sending it twice gives one visit. */
  key: string;
  search: HostSearch;
  host: string;
  /** A day of the week to show; null for the one that suits best. */
  week: string | null;
  time: TypedTime;
  content: Readonly<Record<ContentField, string>>;
  programs: string[];
  party: TypedParty;
}

export interface HostSearch {
  words: string;
  type: string;
  program: string;
  topic: string;
  office: string;
  withinKm: number | null;
  order: HostOrder;
  /** How many hosts to show. */
  shown: number;
}

export interface TypedParty {
  /** Ids of the own unit's people. */
  officers: string[];
  pasted: string;
  outsiders: string;
  outsiderSide: 'guest' | 'invited';
  /** Who leads: a mail address or name of the party; empty for the first. */
  leader: string;
  size: string;
}

/** Texts of the form that go into the visit as they are; each is a field's name. */
export const contentFields = [
  'bentuk',
  'judul',
  'maksud',
  'topikKunjungan',
  'tempat',
  'nomorSurat',
  'tanggalSurat',
  'narahubung',
  'telepon',
  'surel',
] as const;
export type ContentField = (typeof contentFields)[number];

/** Lengths of a visit that can be looked for, in minutes. */
export const lengths = [60, 90, 120, 180, 240, 360, 480] as const;
const USUAL_LENGTH = 120;

const FEW_HOSTS = 6;
const MORE_HOSTS = 30;
const LONGEST_SEARCH = 100;
const MOST_CHOSEN = 300;

/** Control characters but tab and line breaks, and halves of characters. */
const UNCLEAN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/gu;
const clean = (value: string): string => value.replace(UNCLEAN, '');

type Sent = Readonly<Record<string, unknown>>;

/** A text that was sent once, or the last of several. */
function textOf(sent: Sent, field: string): string {
  const value = Object.hasOwn(sent, field) ? sent[field] : undefined;
  const last: unknown = Array.isArray(value) ? value.at(-1) : value;
  return typeof last === 'string' ? clean(last) : '';
}

/** All texts sent under a name, each once. */
function textsOf(sent: Sent, field: string): string[] {
  const value = Object.hasOwn(sent, field) ? sent[field] : undefined;
  const all: unknown[] = Array.isArray(value) ? value : [value];
  const texts = all.filter((each): each is string => typeof each === 'string' && each !== '').map(clean);
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
    withinKm: Number.isInteger(within) && within > 0 && within <= 10_000 ? within : null,
    order: hostOrders.find((each) => each === textOf(sent, 'urut')) ?? 'cocok',
    shown: step === 'lebih' || textOf(sent, 'banyak') === String(MORE_HOSTS) ? MORE_HOSTS : FEW_HOSTS,
  };
}

function timeOf(sent: Sent): TypedTime {
  const minutes = Number(textOf(sent, 'lama'));
  return {
    slot: textOf(sent, 'waktu').slice(0, 20),
    minutes: lengths.find((each) => each === minutes) ?? USUAL_LENGTH,
    date: textOf(sent, 'tanggal').slice(0, 20),
    from: textOf(sent, 'dari').slice(0, 5),
    until: textOf(sent, 'sampai').slice(0, 5),
  };
}

function partyOf(sent: Sent): TypedParty {
  return {
    officers: textsOf(sent, 'orang'),
    pasted: textOf(sent, 'tempel'),
    outsiders: textOf(sent, 'luar'),
    outsiderSide: textOf(sent, 'pihakLuar') === 'invited' ? 'invited' : 'guest',
    leader: textOf(sent, 'ketua').slice(0, 254),
    size: textOf(sent, 'jumlah').trim().slice(0, 10),
  };
}

/** The button that sent the form: `lebih`, `minggu:2025-10-27`, `kirim`, `draf`, or one that only shows. */
export const stepOf = (sent: Sent): string => textOf(sent, 'langkah');

/** Reads a form that was sent, or the presets of a link; anything may be in it. */
export function readInput(sent: Sent): BookingInput {
  const step = stepOf(sent);
  const week = /^minggu:(.*)$/s.exec(step)?.[1] ?? textOf(sent, 'minggu');
  const content = contentFields.map((field) => [field, textOf(sent, field)] as const);
  return {
    key: textOf(sent, 'kunci').slice(0, 60),
    search: searchOf(sent, step),
    host: textOf(sent, 'tuan').slice(0, 80),
    week: sensibleDate(week),
    time: timeOf(sent),
    content: Object.fromEntries(content) as Record<ContentField, string>,
    programs: textsOf(sent, 'programKunjungan'),
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
      bentuk: input.content.bentuk || 'study-visit',
      topikKunjungan: input.content.topikKunjungan || topic,
      narahubung: contact.name,
      surel: contact.email,
    },
    programs: input.programs.length > 0 ? input.programs : [program].filter(Boolean),
  };
}
