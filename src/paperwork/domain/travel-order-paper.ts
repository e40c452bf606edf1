import { daysBetween } from '../../platform/text/calendar-dates.js';
import { dateWords } from '../../platform/text/calendar-words.js';
import { localDate } from '../../platform/text/dates.js';
import { countWords } from '../../platform/text/number-words.js';
import { BLANK, type PaperBlock } from '../../platform/text/paper.js';
import type { LetterSnapshot } from './letter-snapshot.js';
import type { PaperFacts, PaperLetter, PaperOffice } from './paper-facts.js';
import { activityOf, dateOrBlank, headOf, orBlank } from './paper-parts.js';

type Traveller = LetterSnapshot['party'][number];
type Visits = PaperFacts['visits'];

/** Surat perjalanan dinas, front and back, for each of the office's own people (PMK 113/PMK.05/2012, annex). */
export function travelOrderBlocks({ letter, visits }: PaperFacts): PaperBlock[] {
  const { party } = letter.snapshot;
  const nobody: Traveller = { name: '', nip: null, rank: null, position: null, office: null };
  return (party.length > 0 ? party : [nobody]).flatMap((traveller, index): PaperBlock[] => [
    ...(index > 0 ? [{ kind: 'page', hasLetterhead: true } as const] : []),
    ...front(letter, visits, traveller),
    { kind: 'page', hasLetterhead: false },
    ...back(letter, visits),
  ]);
}

function front(letter: PaperLetter, visits: Visits, traveller: Traveller): PaperBlock[] {
  const { details, datedOn, snapshot } = letter;
  return [
    {
      kind: 'facts',
      lines: [
        ['Lembar ke', BLANK],
        ['Kode No.', BLANK],
        ['Nomor', orBlank(letter.number)],
      ],
    },
    { kind: 'title', text: 'SURAT PERJALANAN DINAS (SPD)', number: null },
    { kind: 'table', columns: frontColumns, rows: frontRows(letter, visits, traveller) },
    {
      kind: 'signature',
      above: [`Dikeluarkan di ${orBlank(snapshot.office.place)}`, `Tanggal ${dateOrBlank(datedOn)}`],
      position: 'Pejabat Pembuat Komitmen',
      ...{ name: orBlank(details.authority), nip: orBlank(details.authorityNip), electronic: null },
    },
  ];
}

const frontColumns = [
  { title: '', share: 6 },
  { title: '', share: 42 },
  { title: '', share: 52 },
];

function frontRows(letter: PaperLetter, visits: Visits, traveller: Traveller): string[][] {
  const { details, snapshot } = letter;
  const { departsOn, returnsOn, days } = travelDates(letter, visits);
  const rows: [string, string][] = [
    ['Pejabat Pembuat Komitmen', orBlank(details.authority)],
    [
      'Nama/NIP pegawai yang melaksanakan perjalanan dinas',
      `${orBlank(traveller.name)}\nNIP ${orBlank(traveller.nip)}`,
    ],
    [
      'a. Pangkat dan golongan\nb. Jabatan/instansi\nc. Tingkat biaya perjalanan dinas',
      lettered([
        traveller.rank,
        traveller.position ?? traveller.office ?? snapshot.office.name,
        details.costLevel,
      ]),
    ],
    ['Maksud perjalanan dinas', [...new Set(visits.map(activityOf))].join('; ')],
    ['Alat angkutan yang dipergunakan', orBlank(details.transport)],
    [
      'a. Tempat berangkat\nb. Tempat tujuan',
      lettered([homeOf(letter), visits.map(({ host }) => placeOf(host)).join('; ')]),
    ],
    [
      'a. Lamanya perjalanan dinas\nb. Tanggal berangkat\nc. Tanggal harus kembali/tiba di tempat baru',
      lettered([countWords(days, 'hari'), dateWords(departsOn), dateWords(returnsOn)]),
    ],
    ['Pengikut: nama, tanggal lahir, keterangan', `1. ${BLANK}\n2. ${BLANK}`],
    [
      'Pembebanan anggaran\na. Instansi\nb. Akun',
      `\n${lettered([details.budgetOffice || snapshot.office.name, details.budgetAccount])}`,
    ],
    ['Keterangan lain-lain', orBlank(details.remarks)],
  ];
  return rows.map(([name, value], index) => [`${index + 1}.`, name, value]);
}

const lettered = (values: readonly (string | null)[]): string =>
  values.map((value, index) => `${'abc'.charAt(index)}. ${orBlank(value)}`).join('\n');

/** First and last day of the journey: those of the visits, where nobody said otherwise. */
export function travelDates({ details }: PaperLetter, visits: Visits) {
  const days = visits.flatMap(({ time, zone }) => [
    localDate(time.startsAt, zone),
    localDate(time.endsAt, zone),
  ]);
  const [first = '', last = ''] = [days.toSorted()[0], days.toSorted().at(-1)];
  const departsOn = details.departsOn ?? first;
  const returnsOn = details.returnsOn ?? (last < departsOn ? departsOn : last);
  return { departsOn, returnsOn, days: Math.max(daysBetween(departsOn, returnsOn) + 1, 1) };
}

const homeOf = ({ details, snapshot: { office } }: PaperLetter): string =>
  orBlank(details.departsFrom || office.place);

const placeOf = ({ name, place }: PaperOffice): string => (place ? `${name}, ${place}` : name);

/** The way there and back: each place is left and arrived at, and stamped by who is there. */
function back(letter: PaperLetter, visits: Visits): PaperBlock[] {
  const { departsOn, returnsOn } = travelDates(letter, visits);
  const home = homeOf(letter);
  const position = letter.snapshot.signer?.position ?? `Kepala ${letter.snapshot.office.name}`;
  const [first] = visits;
  const rows: [string, string][] = [
    [
      '',
      left({
        from: `${home} (tempat kedudukan)`,
        to: placeOf(first.host),
        on: dateWords(departsOn),
        by: position,
      }),
    ],
    ...visits.map((visit, index): [string, string] => {
      const next = visits[index + 1];
      const on = dateWords(localDate(visit.time.startsAt, visit.zone));
      const leaves = dateWords(localDate(visit.time.endsAt, visit.zone));
      const by = headOf(visit.host);
      return [
        arrived({ at: placeOf(visit.host), on, by }),
        left({ from: placeOf(visit.host), to: next ? placeOf(next.host) : home, on: leaves, by }),
      ];
    }),
    [
      arrived({ at: `${home} (tempat kedudukan)`, on: dateWords(returnsOn), by: 'Pejabat Pembuat Komitmen' }),
      `Telah diperiksa dengan keterangan bahwa perjalanan tersebut atas perintahnya dan semata-mata untuk kepentingan jabatan dalam waktu yang sesingkat-singkatnya.\n${signed('Pejabat Pembuat Komitmen')}`,
    ],
    ['Catatan lain-lain', BLANK],
  ];
  const numbers = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
  return [
    {
      kind: 'table',
      columns: [
        { title: '', share: 8 },
        { title: '', share: 46 },
        { title: '', share: 46 },
      ],
      rows: rows.map(([one, other], index) => [`${numbers[index] ?? index + 1}.`, one, other]),
    },
    { kind: 'paragraph', text: WARNING },
  ];
}

const WARNING =
  'PERHATIAN: PPK yang menerbitkan SPD, pegawai yang melakukan perjalanan dinas, para pejabat yang mengesahkan tanggal berangkat/tiba, serta bendahara pengeluaran bertanggung jawab berdasarkan peraturan keuangan negara apabila negara menderita rugi akibat kesalahan, kelalaian, dan kealpaannya.';

const signed = (position: string): string => `${position}\n\n\n\n(${BLANK})\nNIP ${BLANK}`;

const left = ({ from, to, on, by }: Record<'from' | 'to' | 'on' | 'by', string>): string =>
  `Berangkat dari: ${from}\nKe: ${to}\nPada tanggal: ${on}\n${signed(by)}`;

const arrived = ({ at, on, by }: Record<'at' | 'on' | 'by', string>): string =>
  `Tiba di: ${at}\nPada tanggal: ${on}\n${signed(by)}`;
