import { formatTimeRange } from '../../platform/text/dates.js';
import { nameList } from '../../platform/text/name-list.js';
import type { PaperBlock } from '../../platform/text/paper.js';
import type { PaperFacts, PaperLetter, PaperVisit } from './paper-facts.js';
import {
  activityOf,
  copiesOf,
  dateOrBlank,
  documentation,
  linesAsBlock,
  linesOf,
  momentOf,
  orBlank,
  partyTable,
  placeAndDate,
  placeInSentence,
  placeOf,
  promiseTable,
  signatureOf,
  timeLines,
  isHost,
  basisLetters,
} from './paper-parts.js';

/** Laporan kegiatan: what an office was sent for, saw and brought home; of a trip host by host. */
export function reportBlocks({ letter, visits }: PaperFacts): PaperBlock[] {
  const [visit] = visits;
  const { conclusion, suggestions } = letter.details;
  return [
    { kind: 'title', text: 'LAPORAN KEGIATAN', number: orBlank(letter.number) },
    { kind: 'heading', text: 'A. Dasar' },
    { kind: 'points', items: basisOf(letter, visits) },
    { kind: 'heading', text: 'B. Maksud dan tujuan' },
    linesAsBlock(purposeOf(visits)),
    ...(visit.questions.length > 0
      ? [
          { kind: 'paragraph', text: 'Hal yang ingin dipelajari:' } as const,
          { kind: 'points', items: visit.questions } as const,
        ]
      : []),
    { kind: 'heading', text: 'C. Pelaksana' },
    partyTable(letter, { nips: true }),
    { kind: 'heading', text: 'D. Waktu dan tempat' },
    ...visits.map((each): PaperBlock => ({ kind: 'facts', lines: whenLines(each) })),
    { kind: 'heading', text: 'E. Uraian kegiatan' },
    ...visits.flatMap((each) => named(visits, each, courseOf(each))),
    { kind: 'heading', text: 'F. Hasil' },
    ...visits.flatMap((each) => named(visits, each, resultsOf(each))),
    { kind: 'heading', text: 'G. Tindak lanjut' },
    promiseTable(visits.flatMap(({ promises }) => promises)),
    { kind: 'heading', text: 'H. Kesimpulan dan saran' },
    linesAsBlock(conclusion),
    linesAsBlock(suggestions),
    { kind: 'heading', text: 'I. Penutup' },
    { kind: 'paragraph', text: 'Demikian laporan ini disusun sebagai pertanggungjawaban pelaksanaan tugas.' },
    signatureOf(letter, [placeAndDate(letter)]),
    copiesOf(letter),
    ...documentation(visits),
  ];
}

/** The host's name above what is told of it, where there are several. */
const named = (visits: readonly PaperVisit[], { host }: PaperVisit, blocks: PaperBlock[]): PaperBlock[] =>
  visits.length > 1 ? [{ kind: 'heading', text: host.name }, ...blocks] : blocks;

function basisOf(letter: PaperLetter, visits: readonly [PaperVisit, ...PaperVisit[]]): string[] {
  const [first] = visits;
  const own = `Surat tugas nomor ${orBlank(first.assignment.number)} tanggal ${dateOrBlank(first.assignment.datedOn)}`;
  const assignment = isHost(letter, first) ? [] : [own];
  return [...linesOf(letter.basis), ...assignment, ...basisLetters(letter, visits)].map(
    (line) => `${line.charAt(0).toUpperCase()}${line.slice(1).replace(/[;.,]$/, '')}.`,
  );
}

const purposeOf = (visits: readonly PaperVisit[]): string =>
  [...new Set(visits.map(({ purpose }) => purpose))].join('\n');

const whenLines = (visit: PaperVisit) => [
  ['Kegiatan', activityOf(visit)] as const,
  ...timeLines(visit.time, visit.zone),
  ['Tempat', placeOf(visit)] as const,
];

/** What was done, session by session; in a sentence where there was no agenda. */
function courseOf(visit: PaperVisit): PaperBlock[] {
  const { sessions, zone } = visit;
  if (sessions.length === 0) {
    const deed = `${activityOf(visit)} dilaksanakan ${placeInSentence(visit)} pada hari ${momentOf(visit)}.`;
    return [{ kind: 'paragraph', text: deed }];
  }
  const items = sessions.map(({ startsAt, endsAt, title, place, persons }) =>
    [
      `Pukul ${formatTimeRange(startsAt, endsAt, zone)}: ${title}`,
      place && `di ${place}`,
      persons.length > 0 && `oleh ${nameList(persons)}`,
    ]
      .filter(Boolean)
      .join(', '),
  );
  return [{ kind: 'points', items }];
}

/** What was seen and learned; by question where some were asked. */
function resultsOf({ outcome }: PaperVisit): PaperBlock[] {
  const learned = (outcome?.learning ?? []).filter(({ answer }) => answer.trim() !== '');
  const texts = [outcome?.outcomes, outcome?.decisions].filter((text): text is string => !!text?.trim());
  return [
    ...(texts.length > 0 || learned.length === 0 ? [linesAsBlock(texts.join('\n'))] : []),
    ...learned.map(({ question, answer }): PaperBlock => ({ kind: 'facts', lines: [[question, answer]] })),
  ];
}
