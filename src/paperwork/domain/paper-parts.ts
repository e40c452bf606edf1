import { dateWords } from '../../platform/text/calendar-words.js';
import { formatDateTimeRange } from '../../platform/text/dates.js';
import type { DayTime } from '../../platform/text/day-hours.js';
import { nameList } from '../../platform/text/name-list.js';
import { countWords } from '../../platform/text/number-words.js';
import {
  BLANK,
  type PaperBlock,
  type PaperLine,
  type PaperSigner,
  type PaperValue,
} from '../../platform/text/paper.js';
import type { Zone } from '../../platform/text/zones.js';
import { isOnSite, kindWords, whereWords } from '../../visits/domain/index.js';
import { letterNatures } from './letter-fields.js';
import type { PaperFacts, PaperLetter, PaperOffice, PaperPromise, PaperVisit } from './paper-facts.js';

/** A text, or the place where it is filled in by hand. */
export const orBlank = (text: string | null | undefined): string => text?.trim() || BLANK;

/** The lines of a text as points, or the place where they are filled in. */
export const linesOrBlank = (text: string): PaperValue => {
  const lines = linesOf(text);
  return lines.length > 1 ? lines : orBlank(lines[0]);
};

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** A list as a value: names in a sentence, or the place where they are filled in. */
export const namesOrBlank = (names: readonly string[]): string => orBlank(nameList(names));

export const dateOrBlank = (date: string | null): string => (date === null ? BLANK : dateWords(date));

/** Who heads an organisation, as a letter addresses it. */
export function headOf({ kind, name }: PaperOffice): string {
  if (kind === 'upt' || kind === 'kanwil') return `Kepala ${name}`;
  const head = heads.find(([office]) => name.startsWith(office));
  return head ? name.replace(head[0], head[1]) : `Pimpinan ${name}`;
}
const heads = [
  ['Direktorat', 'Direktur'],
  ['Inspektorat', 'Inspektur'],
  ['Sekretariat', 'Sekretaris'],
] as const;

/** What kind of visit it is, in a sentence: `studi tiru`. */
export const kindOf = ({ kind }: PaperVisit): string => kindWords[kind].toLowerCase();

/** The same as a heading has it: `Studi Tiru`. */
export const kindTitle = ({ kind }: PaperVisit): string =>
  kindWords[kind].replaceAll(/(?<= )\p{Ll}/gu, (letter) => letter.toUpperCase());

/** What is done: `Studi tiru “Belajar ketahanan pangan”`. */
export const activityOf = ({ kind, title }: PaperVisit): string => `${kindWords[kind]} “${title}”`;
export const activityInSentence = (visit: PaperVisit): string => `${kindOf(visit)} “${visit.title}”`;

export const guestNamesOf = ({ guests }: PaperVisit): string => nameList(guests.map(({ name }) => name));

/** `Kamis, 30 Oktober 2025, pukul 09.00–12.00 WIB`. */
export const momentOf = ({ time, zone }: PaperVisit): string => formatDateTimeRange(time, zone);

export const partyOf = ({ party }: PaperVisit): string => (party > 0 ? countWords(party, 'orang') : BLANK);

/** Days and hours, each a line; hours that differ from day to day stand with their days. */
export function timeLines(time: DayTime, zone: Zone): PaperLine[] {
  const text = formatDateTimeRange(time, zone);
  const [day = '', hours, ...more] = text.split(', pukul ');
  if (hours !== undefined && more.length === 0 && !hours.includes(';')) {
    return [
      ['Hari, tanggal', day],
      ['Waktu', `pukul ${hours}`],
    ];
  }
  const days = text.split('; ');
  return [
    ['Hari, tanggal', days.length > 1 ? days : text],
    ['Waktu', 'sebagaimana pada hari tersebut'],
  ];
}

/** Where those are who come to the host, with its name. */
const onSiteOf = ({ place, host }: PaperVisit): string =>
  place === '' || place.includes(host.name) ? place || host.name : `${place}, ${host.name}`;

/** Where to be: a place, a meeting, or both. */
export const placeOf = (visit: PaperVisit): string => whereWords(visit, onSiteOf(visit));

/** The same in a sentence: `di Aula, Rutan Kelas IIB Banjarnegara`. */
export function placeInSentence(visit: PaperVisit): string {
  if (!isOnSite(visit)) return `bersama ${visit.host.name} secara daring`;
  return `di ${onSiteOf(visit)}${visit.mode === 'hybrid' ? ' dan secara daring' : ''}`;
}

/** How the office is reached, as its own letter says. */
export function officeContact({ snapshot: { office } }: PaperLetter): string {
  const ways = [office.phone && `telepon ${office.phone}`, office.email && `pos-el ${office.email}`];
  return orBlank(ways.filter(Boolean).join(', '));
}

/** The beginning of an opening sentence where the letter names what it is based on. */
export function openingOf({ basis }: PaperLetter): string {
  const lines = linesOf(basis).map((line) => line.replace(/[.;,]$/, ''));
  return lines.length > 0 ? `Berdasarkan ${lines.join('; ')}, dengan hormat` : 'Dengan hormat';
}

/** Nomor, Sifat, Lampiran, Hal, place and date, and to whom. */
export function correspondenceHead(
  letter: PaperLetter,
  usual: { attachment: string; subject: string },
  to: readonly PaperOffice[],
): PaperBlock[] {
  const { number, nature, attachment, subject, datedOn, snapshot } = letter;
  return [
    {
      kind: 'reference',
      lines: [
        ['Nomor', orBlank(number)],
        ['Sifat', letterNatures[nature]],
        ['Lampiran', attachment || usual.attachment],
        ['Hal', subject || usual.subject],
      ],
      placeAndDate: `${orBlank(snapshot.office.place)}, ${dateOrBlank(datedOn)}`,
    },
    { kind: 'addressee', lines: addressee(to) },
  ];
}

function addressee(to: readonly PaperOffice[]): string[] {
  const [first] = to;
  if (!first) return [`Yth. ${BLANK}`, `di ${BLANK}`];
  if (to.length === 1) return [`Yth. ${headOf(first)}`, `di ${first.place ?? 'tempat'}`];
  return ['Yth.', ...to.map((office, index) => `${index + 1}. ${headOf(office)}`), 'di tempat'];
}

/** Whether it is the letter of the host. */
export const isHost = ({ organisation }: PaperLetter, { host }: PaperVisit): boolean =>
  organisation === host.code;

/** The letters of the other side that one goes back to, one a visit, and the DIPA where it is paid from one. */
export function basisLetters(letter: PaperLetter, visits: readonly PaperVisit[]): string[] {
  const letters = visits.map((visit) => {
    const [{ number, datedOn }, from] = isHost(letter, visit)
      ? ([visit.request, visit.guests[0]] as const)
      : ([visit.reply, visit.host] as const);
    return `Surat ${headOf(from)} nomor ${orBlank(number)} tanggal ${dateOrBlank(datedOn)}`;
  });
  const dipa = letter.dipa === '' || /^dipa\b/i.test(letter.dipa) ? letter.dipa : `DIPA ${letter.dipa}`;
  return [...letters, ...(dipa ? [dipa] : [])];
}

/** Who signs for the office, by hand or by its signing service, with the lines above the post. */
export const signerOf = (
  { snapshot: { signer }, signing, signatureMark }: PaperLetter,
  above: readonly string[] = [],
): PaperSigner => ({
  above,
  position: orBlank(signer?.position),
  name: orBlank(signer?.name),
  nip: orBlank(signer?.nip),
  electronic: signing === 'electronic' ? signatureMark : null,
});

/** Somebody who signs beside the office, by hand; the NIP of others is filled in by themselves. */
export const besideSigner = (
  position: string,
  name: string,
  { above = [], hasNip = true }: { above?: readonly string[]; hasNip?: boolean } = {},
): PaperSigner => ({
  ...{ above, position, name: orBlank(name), electronic: null },
  nip: hasNip ? BLANK : null,
});

export const signatureOf = (
  letter: PaperLetter,
  above: readonly string[] = [],
): PaperBlock & { kind: 'signature' } => ({
  kind: 'signature',
  ...signerOf(letter, above),
});

/** Place and date, as they stand above a signature. */
export const placeAndDate = ({ snapshot: { office }, datedOn }: PaperLetter): string =>
  `${orBlank(office.place)}, ${dateOrBlank(datedOn)}`;

/** What is done, when and where, as lines. */
export const visitFacts = (visit: PaperVisit): PaperLine[] => [
  ['Kegiatan', activityOf(visit)],
  ['Tamu', guestNamesOf(visit)],
  ['Tuan rumah', visit.host.name],
  ...timeLines(visit.time, visit.zone),
  ['Tempat', placeOf(visit)],
];

/** What was promised, as a table; blank lines where nobody promised anything. */
export const promiseTable = (promises: readonly PaperPromise[]): PaperBlock => ({
  kind: 'table',
  columns: [
    { title: 'No.', share: 7 },
    { title: 'Uraian', share: 43 },
    { title: 'Penanggung jawab', share: 30 },
    { title: 'Tenggat', share: 20 },
  ],
  rows:
    promises.length > 0
      ? promises.map(({ what, unitName, person, dueOn }, index) => [
          `${index + 1}.`,
          what,
          [person, unitName].filter(Boolean).join(', '),
          dateWords(dueOn),
        ])
      : [['1.', BLANK, BLANK, BLANK]],
});

/** Photos on pages of their own; nothing where there are none. */
export const documentation = (visits: readonly PaperVisit[]): PaperBlock[] => {
  const photos = visits.flatMap((visit) => visit.photos);
  return photos.length === 0
    ? []
    : [
        { kind: 'page', hasLetterhead: false },
        { kind: 'title', text: 'DOKUMENTASI', number: null },
        { kind: 'photos', photos },
      ];
};

/** A text as a paragraph, or its lines as points. */
export function linesAsBlock(text: string): PaperBlock {
  const lines = linesOf(text);
  return lines.length > 1 ? { kind: 'points', items: lines } : { kind: 'paragraph', text: orBlank(lines[0]) };
}

export const copiesOf = ({ copies }: PaperLetter): PaperBlock => ({
  kind: 'copies',
  to: copies.length > 0 ? copies : [BLANK],
});

/** To which letter an attachment belongs. */
export const attachmentHead = (word: string, { number, datedOn }: PaperLetter): PaperBlock => ({
  kind: 'attachment',
  lines: [`Lampiran ${word}`, `Nomor: ${orBlank(number)}`, `Tanggal: ${dateOrBlank(datedOn)}`],
});

/** The office's own people in the party; NIP only where its own people are told by it. */
export function partyTable({ snapshot: { party } }: PaperLetter, { nips }: { nips: boolean }): PaperBlock {
  const people =
    party.length > 0 ? party : [{ name: BLANK, nip: BLANK, rank: BLANK, position: BLANK, office: null }];
  return {
    kind: 'table',
    columns: nips
      ? [
          { title: 'No.', share: 6 },
          { title: 'Nama', share: 27 },
          { title: 'NIP', share: 26 },
          { title: 'Pangkat/Golongan', share: 19 },
          { title: 'Jabatan', share: 22 },
        ]
      : [
          { title: 'No.', share: 7 },
          { title: 'Nama', share: 36 },
          { title: 'Pangkat/Golongan', share: 25 },
          { title: 'Jabatan', share: 32 },
        ],
    rows: people.map(({ name, nip, rank, position, office }, index) => [
      `${index + 1}.`,
      name,
      ...(nips ? [orBlank(nip)] : []),
      orBlank(rank),
      orBlank(position ?? office),
    ]),
  };
}

/** How many stand in the table of an attachment: its signature has something beside it on every page. */
export const totalOf = ({ snapshot: { party } }: PaperLetter): PaperBlock => ({
  kind: 'paragraph',
  text: `Jumlah seluruhnya ${countWords(party.length, 'orang')}.`,
});

/** How the letterhead says where the office is. */
export function letterheadOf({ letter }: PaperFacts): { lines: string[]; address: string[] } {
  const { letterhead, name, address, postcode, phone, webPage, email } = letter.snapshot.office;
  const ways = [phone && `Telepon ${phone}`, webPage && `Laman ${webPage}`, email && `Pos-el ${email}`];
  return {
    lines: letterhead.length > 0 ? letterhead : [name],
    address: [
      [orBlank(address), postcode].filter(Boolean).join(' '),
      ways.filter(Boolean).join(', ') || `Telepon ${BLANK}, Laman ${BLANK}, Pos-el ${BLANK}`,
    ],
  };
}
