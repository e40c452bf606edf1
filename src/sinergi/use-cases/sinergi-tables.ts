import { learningFigures } from '../domain/learning-figures.js';
import type { Column, DocumentTable } from '../../platform/documents/document-table.js';
import { monthWords } from '../../platform/text/calendar-words.js';
import { nowFigures } from '../domain/figure-kinds.js';
import { endedPromises } from '../queries/scoped-follow-ups.js';
import { publishedKinds, type Compared, type SinergiFigures } from './sinergi-figures.js';
import { nowNames, promiseTitle, stateNames, summaryNames, learningNames } from './sinergi-words.js';

const text = (title: string): Column => ({ title, kind: 'text' });
const number = (title: string): Column => ({ title, kind: 'number' });
const hours = (title: string): Column => ({ title, kind: 'hours' });

const compared = ({ count, before }: Compared): [number, number] => [count, before];
const comparedColumns = [number('Periode ini'), number('Periode sebelumnya')];

/** Each table by its name in addresses, in the order in which a report tells them. */
export const sinergiTitles = {
  'saat-ini': 'Saat ini',
  keadaan: 'Kunjungan menurut keadaan',
  bulan: 'Kunjungan menurut bulan',
  program: 'Kunjungan menurut program',
  kanwil: 'Kunjungan menurut Kanwil',
  pasangan: 'Siapa mengunjungi siapa',
  jawaban: 'Lama tuan rumah menjawab',
  hasil: 'Hasil kunjungan',
  praktik: 'Praktik yang direplikasi',
  'belum-ikut': 'Belum berkunjung dan dikunjungi',
} as const;

export type TableName = keyof typeof sinergiTitles;
export const tableNames = Object.keys(sinergiTitles) as TableName[];

type Content = Pick<DocumentTable, 'columns' | 'rows'>;

const contents: Readonly<Record<TableName, (figures: SinergiFigures) => Content>> = {
  'saat-ini': ({ now }: SinergiFigures): Content => ({
    columns: [text('Keadaan'), number('Saat ini, dari semua periode')],
    rows: nowFigures.map((name) => [nowNames[name], now[name]]),
  }),
  keadaan: ({ total, states }: SinergiFigures): Content => ({
    columns: [text('Keadaan'), ...comparedColumns],
    rows: [
      ...[...stateNames].flatMap(([state, name]) => {
        const line = states.find((each) => each.state === state);
        return line ? [[name, ...compared(line)]] : [];
      }),
      ['Semua', ...compared(total)],
    ],
  }),
  bulan: ({ months }: SinergiFigures): Content => ({
    columns: [text('Bulan'), number('Kunjungan'), number('Bulan pembanding')],
    rows: months.map((line) => [monthWords(line.month), ...compared(line)]),
  }),
  program: ({ programs }: SinergiFigures): Content => ({
    columns: [text('Program'), ...comparedColumns],
    rows: programs.map((line) => [line.name, ...compared(line)]),
  }),
  kanwil: ({ offices }: SinergiFigures): Content => ({
    columns: [text('Kanwil'), ...comparedColumns, number('Sebagai tamu'), number('Sebagai tuan rumah')],
    rows: offices.map((line) => [line.name, ...compared(line), line.asGuest, line.asHost]),
  }),
  pasangan: ({ pairs }: SinergiFigures): Content => ({
    columns: [text('Tamu'), text('Tuan rumah'), number('Kunjungan')],
    rows: pairs.map(({ guestName, hostName, count }) => [guestName, hostName, count]),
  }),
  jawaban: ({ answers }: SinergiFigures): Content => ({
    columns: [text('Tuan rumah'), number('Permintaan dijawab'), hours('Nilai tengah (jam)')],
    rows: answers.hosts.map(({ hostName, count, medianHours }) => [hostName, count, medianHours]),
  }),
  hasil: ({ summaries, followUps, replications, learning }: SinergiFigures): Content => ({
    columns: [text('Hasil'), ...comparedColumns],
    rows: [
      ...publishedKinds.map((kind) => [summaryNames[kind][1], ...compared(summaries[kind])]),
      ...endedPromises.map((kind) => [promiseTitle(kind), ...compared(followUps[kind])]),
      ['Praktik direplikasi', ...compared(replications)],
      ...learningFigures.map((figure) => [learningNames[figure][1], ...compared(learning[figure])]),
    ],
  }),
  praktik: ({ practices }: SinergiFigures): Content => ({
    columns: [text('Praktik'), text('UPT asal'), number('Kali direplikasi')],
    rows: practices.map(({ title, unitName, count }) => [
      title ?? 'Tanpa catatan praktik baik',
      unitName,
      count,
    ]),
  }),
  'belum-ikut': ({ silent }: SinergiFigures): Content => ({
    columns: [text('UPT'), text('Kanwil')],
    rows: silent.units.map(({ name, officeName }) => [name, officeName]),
  }),
};

/** One table of figures. */
export const sinergiTable = (figures: SinergiFigures, name: TableName): DocumentTable => ({
  name,
  title: sinergiTitles[name],
  ...contents[name](figures),
});

/** All that have something to tell: of one region, none counts regions. */
export const sinergiTables = (figures: SinergiFigures): DocumentTable[] =>
  tableNames
    .filter((name) => name !== 'kanwil' || figures.offices.length > 0)
    .map((name) => sinergiTable(figures, name));
