import { paperTexts, type Paper, type PaperBlock } from '../../platform/text/paper.js';
import { assignmentBlocks } from './assignment-paper.js';
import { invitationBlocks } from './invitation-paper.js';
import { letterKinds, type LetterDirection, type LetterKind } from './letter-kinds.js';
import type { PaperFacts, PaperLetter } from './paper-facts.js';
import { letterheadOf } from './paper-parts.js';
import { replyBlocks } from './reply-paper.js';
import { requestBlocks } from './request-paper.js';
import { statementBlocks } from './statement-paper.js';

/** How the paper of a kind is written. */
interface PaperKind {
  /** As its file is named. */
  name: string;
  /** Whether one is written for a whole trip, too. */
  ofTrip: boolean;
  blocks: (facts: PaperFacts) => PaperBlock[];
}

/** Of every kind of letter its paper; null for those that are written elsewhere. */
const paperKinds: Readonly<Record<LetterKind, PaperKind | null>> = {
  'surat-permohonan': { name: 'Surat permohonan', ofTrip: false, blocks: requestBlocks },
  'surat-balasan': { name: 'Surat balasan', ofTrip: false, blocks: replyBlocks },
  'surat-tugas': { name: 'Surat tugas', ofTrip: true, blocks: assignmentBlocks },
  spd: null,
  undangan: { name: 'Undangan', ofTrip: false, blocks: invitationBlocks },
  'susunan-acara': null,
  'daftar-hadir': null,
  notula: null,
  'laporan-perjalanan': null,
  'berita-acara': null,
  'surat-keterangan': { name: 'Surat keterangan', ofTrip: true, blocks: statementBlocks },
  lain: null,
};

/** The paper of a line of the register; null for what came from outside, and for what has none. */
export function paperKindOf(letter: {
  kind: LetterKind;
  direction: LetterDirection;
  tripId: string | null;
}): PaperKind | null {
  const kind = letter.direction === 'out' ? paperKinds[letter.kind] : null;
  return letter.tripId === null || kind?.ofTrip ? kind : null;
}

/** The paper, as it is written in every format. */
export const writePaper = ({ name, blocks }: PaperKind, facts: PaperFacts): Paper => ({
  title: [name, facts.letter.number].filter(Boolean).join(' '),
  letterhead: letterheadOf(facts),
  blocks: blocks(facts),
});

/** Kinds of letters that have a paper, and so may have a template. */
export const writtenKinds = letterKinds.filter((kind) => paperKinds[kind] !== null);

/** The same by themselves, as an enumeration of TypeScript has them. */
export const writtenKindCodes = Object.fromEntries(writtenKinds.map((kind) => [kind, kind])) as Record<
  LetterKind,
  LetterKind
>;

/** Whether one is written for a whole trip, too. */
export const isWrittenOfTrips = (kind: LetterKind): boolean => paperKinds[kind]?.ofTrip ?? false;

/** Those whose NIP stands on a paper, by name. */
export const nipsOn = (paper: Paper, letter: PaperLetter): string[] => nipsIn(paperTexts(paper), letter);

/** The same of any texts. */
export function nipsIn(texts: readonly string[], { snapshot: { signer, party } }: PaperLetter): string[] {
  return [...(signer ? [signer] : []), ...party]
    .filter(({ nip }) => nip !== null && texts.some((text) => text.includes(nip)))
    .map(({ name }) => name);
}
