import { isoWeekday } from '../../platform/text/calendar-dates.js';
import { months, weekdays } from '../../platform/text/calendar-words.js';
import { localDate } from '../../platform/text/dates.js';
import { numberWords } from '../../platform/text/number-words.js';
import { BLANK, type PaperBlock, type PaperSigner } from '../../platform/text/paper.js';
import type { PaperFacts, PaperLetter, PaperVisit } from './paper-facts.js';
import {
  activityInSentence,
  besideSigner,
  copiesOf,
  guestNamesOf,
  headOf,
  linesAsBlock,
  momentOf,
  orBlank,
  placeInSentence,
  promiseTable,
  signerOf,
} from './paper-parts.js';

/** Berita acara: both sides put down what was done and agreed, and sign it. */
export function jointRecordBlocks({ letter, visits: [visit], otherSigner }: PaperFacts): PaperBlock[] {
  const { signer, office } = letter.snapshot;
  const other = otherOf(letter, visit);
  const second = { name: orBlank(otherSigner?.name), position: otherSigner?.position ?? headOf(other) };
  const done = visit.tookPlace ? 'telah dilaksanakan' : 'dilaksanakan';
  return [
    { kind: 'title', text: 'BERITA ACARA', number: orBlank(letter.number) },
    {
      kind: 'paragraph',
      text: `Pada hari ini, ${dayInWords(letter.datedOn ?? localDate(visit.time.endsAt, visit.zone))}, kami yang bertanda tangan di bawah ini:`,
    },
    {
      kind: 'facts',
      lines: [
        ['Nama', orBlank(signer?.name)],
        ['Jabatan', signer?.position ?? `Kepala ${office.name}`],
      ],
    },
    { kind: 'paragraph', text: `bertindak untuk ${office.name}, selanjutnya disebut PIHAK PERTAMA; dan` },
    {
      kind: 'facts',
      lines: [
        ['Nama', second.name],
        ['Jabatan', second.position],
      ],
    },
    { kind: 'paragraph', text: `bertindak untuk ${other.name}, selanjutnya disebut PIHAK KEDUA,` },
    {
      kind: 'paragraph',
      text: `menyatakan bahwa ${done} ${activityInSentence(visit)} oleh ${guestNamesOf(visit)} ${placeInSentence(visit)} pada hari ${momentOf(visit)}, dengan hasil sebagai berikut:`,
    },
    linesAsBlock(letter.details.agreed || visit.outcome?.decisions || visit.outcome?.outcomes || ''),
    ...(visit.promises.length > 0
      ? [{ kind: 'paragraph', text: 'Tindak lanjut yang disepakati:' } as const, promiseTable(visit.promises)]
      : []),
    {
      kind: 'paragraph',
      text: 'Demikian berita acara ini dibuat dalam rangkap 2 (dua) untuk dipergunakan sebagaimana mestinya.',
    },
    { kind: 'signatures', left: secondSigner(second), right: firstSigner(letter) },
    copiesOf(letter),
  ];
}

/** The side that the office is not. */
const otherOf = ({ organisation }: PaperLetter, { guests, host }: PaperVisit) =>
  organisation === host.code ? guests[0] : host;

const firstSigner = (letter: PaperLetter): PaperSigner => signerOf(letter, ['PIHAK PERTAMA']);
const secondSigner = ({ name, position }: { name: string; position: string }): PaperSigner =>
  besideSigner(position, name, { above: ['PIHAK KEDUA'] });

/** `Kamis, tanggal tiga puluh bulan Oktober tahun dua ribu dua puluh lima`. */
function dayInWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  if (!year || !month || !day) return BLANK;
  return `${weekdays[isoWeekday(date) - 1]}, tanggal ${numberWords(day)} bulan ${months[month - 1]} tahun ${numberWords(year)}`;
}
