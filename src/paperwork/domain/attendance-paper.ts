import { BLANK, type PaperBlock, type PaperCell } from '../../platform/text/paper.js';
import { attendanceWords } from '../../visits/domain/index.js';
import type { PaperAttendee, PaperFacts, PaperLetter, PaperVisit } from './paper-facts.js';
import { placeAndDate, signatureOf, visitFacts } from './paper-parts.js';

const columns = [
  { title: 'No.', share: 6 },
  { title: 'Nama dan NIP', share: 34 },
  { title: 'Pangkat, jabatan, instansi', share: 34 },
  { title: 'Tanda tangan', share: 26 },
];

/** Lines for those who come without having been named. */
const EMPTY_LINES = 5;

/** Daftar hadir: of both sides, to be signed, or with who was there and what they signed. */
export function attendanceBlocks({ letter, visits: [visit] }: PaperFacts): PaperBlock[] {
  const isFilled = letter.details.filling === 'recorded';
  const guests = visit.attendees.filter(({ side }) => side !== 'host');
  const hosts = visit.attendees.filter(({ side }) => side === 'host');
  const ordered = [...guests, ...hosts];
  const rows = ordered.map((person, index) => rowOf(person, index + 1, { visit, letter }));
  const empty = isFilled && rows.length > 0 ? 0 : EMPTY_LINES;
  const more = Array.from({ length: empty }, (_, index): PaperCell[] => {
    const number = `${rows.length + index + 1}.`;
    return [number, '', '', number];
  });
  return [
    { kind: 'title', text: 'DAFTAR HADIR', number: letter.number || null },
    { kind: 'facts', lines: visitFacts(visit) },
    { kind: 'table', columns, rows: [...rows, ...more] },
    signatureOf(letter, [placeAndDate(letter), 'Mengetahui,']),
  ];
}

function rowOf(
  person: PaperAttendee,
  number: number,
  { visit, letter }: { visit: PaperVisit; letter: PaperLetter },
): PaperCell[] {
  const { name, rank, position, office, side } = person;
  const organisation = office ?? (side === 'host' ? visit.host.name : visit.guests[0].name);
  return [
    `${number}.`,
    [name, nipLine(person, letter)].filter(Boolean).join('\n'),
    [rank, position, organisation].filter(Boolean).join(', '),
    letter.details.filling === 'recorded' ? signedCell(person, number) : `${number}.\n `,
  ];
}

/** The NIP of the office's own people; those of others write their own. */
function nipLine({ name }: PaperAttendee, { snapshot: { party } }: PaperLetter): string {
  const own = party.find((member) => member.name === name);
  return own ? `NIP ${own.nip ?? BLANK}` : '';
}

function signedCell({ attendance, representedBy, signature }: PaperAttendee, number: number): PaperCell {
  const said = attendance === null ? 'tidak dicatat' : attendanceWords[attendance].toLowerCase();
  const text = `${number}. ${[said, representedBy].filter(Boolean).join(' oleh ')}`;
  return signature === null ? text : { text, ...signature };
}
