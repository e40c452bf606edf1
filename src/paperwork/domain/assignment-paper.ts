import { countWords } from '../../platform/text/number-words.js';
import { BLANK, type PaperBlock } from '../../platform/text/paper.js';
import type { PaperFacts, PaperLetter, PaperVisit } from './paper-facts.js';
import {
  activityInSentence,
  attachmentHead,
  copiesOf,
  dateOrBlank,
  guestNamesOf,
  linesOf,
  momentOf,
  orBlank,
  partyTable,
  placeInSentence,
  signatureOf,
  totalOf,
  isHost,
  basisLetters,
} from './paper-parts.js';

/** Of more people than these the table is an attachment. */
const MOST_ON_FIRST_PAGE = 10;

/** Surat tugas: an office sends its people, to one host or on a trip to several; a host's own receive. */
export function assignmentBlocks({ letter, visits }: PaperFacts): PaperBlock[] {
  const { party } = letter.snapshot;
  const isAttached = party.length > MOST_ON_FIRST_PAGE;
  const named = `${countWords(party.length, 'orang')} sebagaimana tercantum dalam lampiran surat tugas ini`;
  return [
    { kind: 'title', text: 'SURAT TUGAS', number: orBlank(letter.number) },
    { kind: 'facts', lines: [['Dasar', basisOf(letter, visits)]] },
    { kind: 'title', text: 'MEMBERI TUGAS', number: null },
    { kind: 'facts', lines: [['Kepada', isAttached ? named : 'nama-nama berikut']] },
    ...(isAttached ? [] : [partyTable(letter, { nips: true })]),
    { kind: 'facts', lines: [['Untuk', dutiesOf(letter, visits)]] },
    {
      kind: 'paragraph',
      text: 'Surat tugas ini diberikan untuk dilaksanakan dengan penuh tanggung jawab.',
    },
    signed(letter),
    copiesOf(letter),
    ...(isAttached
      ? [
          attachmentHead('surat tugas', letter),
          partyTable(letter, { nips: true }),
          totalOf(letter),
          signed(letter),
        ]
      : []),
  ];
}

const basisOf = (letter: PaperLetter, visits: readonly PaperVisit[]): string[] =>
  ended([...linesOf(letter.basis), ...basisLetters(letter, visits)]);

function dutiesOf(letter: PaperLetter, visits: readonly PaperVisit[]): string[] {
  const report = letter.snapshot.signer?.position ?? `Kepala ${letter.snapshot.office.name}`;
  return ended([
    ...visits.map((visit) => dutyOf(letter, visit)),
    `Melaporkan hasil pelaksanaan tugas secara tertulis kepada ${report} setelah kegiatan selesai`,
  ]);
}

function dutyOf(letter: PaperLetter, visit: PaperVisit): string {
  const when = `${placeInSentence(visit)} pada hari ${momentOf(visit)}`;
  return isHost(letter, visit)
    ? `Menerima ${activityInSentence(visit)} dari ${guestNamesOf(visit)} ${when}`
    : `Melaksanakan ${activityInSentence(visit)} ${when}`;
}

/** Points as one sentence: semicolons between, a full stop at the end. */
const ended = (points: readonly string[]): string[] =>
  points.map((point, index) => {
    const bare = point.replace(/[;.,]$/, '');
    return `${bare === '' ? BLANK : bare}${index === points.length - 1 ? '.' : ';'}`;
  });

const signed = (letter: PaperLetter): PaperBlock =>
  signatureOf(letter, [
    `Ditetapkan di ${orBlank(letter.snapshot.office.place)}`,
    `pada tanggal ${dateOrBlank(letter.datedOn)}`,
  ]);
