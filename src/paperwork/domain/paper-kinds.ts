import { paperTexts, type Paper, type PaperBlock } from '../../platform/text/paper.js';
import { agendaBlocks } from './agenda-paper.js';
import { assignmentBlocks } from './assignment-paper.js';
import { attendanceBlocks } from './attendance-paper.js';
import { certificateBlocks } from './certificate-paper.js';
import { invitationBlocks } from './invitation-paper.js';
import { jointRecordBlocks } from './joint-record-paper.js';
import { letterKinds, type LetterDirection, type LetterKind } from './letter-kinds.js';
import { minutesBlocks } from './minutes-paper.js';
import type { PaperFacts, PaperLetter, ToldAfterwards } from './paper-facts.js';
import { letterheadOf } from './paper-parts.js';
import { replyBlocks } from './reply-paper.js';
import { reportBlocks } from './report-paper.js';
import { requestBlocks } from './request-paper.js';
import { statementBlocks } from './statement-paper.js';
import { travelOrderBlocks } from './travel-order-paper.js';

/** What is gathered for those papers alone that tell it. */
export type PaperNeed = keyof ToldAfterwards | 'reason' | 'people' | 'otherSigner' | 'certificates';

/** How the paper of a kind is written. */
export interface PaperKind {
  /** As its file is named. */
  name: string;
  /** Whether one is written for a whole trip, too. */
  ofTrip: boolean;
  isLandscape?: boolean;
  isLoose?: boolean;
  needs: readonly PaperNeed[];
  blocks: (facts: PaperFacts) => PaperBlock[];
}

/** Of every kind of letter its paper; null for what has none of its own. */
const paperKinds: Readonly<Record<LetterKind, PaperKind | null>> = {
  'surat-permohonan': { name: 'Surat permohonan', ofTrip: false, needs: [], blocks: requestBlocks },
  'surat-balasan': { name: 'Surat balasan', ofTrip: false, needs: ['reason'], blocks: replyBlocks },
  'surat-tugas': { name: 'Surat tugas', ofTrip: true, needs: [], blocks: assignmentBlocks },
  spd: { name: 'SPD', ofTrip: true, isLoose: true, needs: [], blocks: travelOrderBlocks },
  undangan: { name: 'Undangan', ofTrip: false, needs: [], blocks: invitationBlocks },
  'susunan-acara': { name: 'Susunan acara', ofTrip: false, needs: ['sessions'], blocks: agendaBlocks },
  'daftar-hadir': { name: 'Daftar hadir', ofTrip: false, needs: ['attendees'], blocks: attendanceBlocks },
  notula: {
    name: 'Notula',
    ofTrip: false,
    needs: ['sessions', 'attendees', 'outcome', 'promises', 'photos'],
    blocks: minutesBlocks,
  },
  'laporan-perjalanan': {
    name: 'Laporan kegiatan',
    ofTrip: true,
    needs: ['sessions', 'outcome', 'promises', 'photos'],
    blocks: reportBlocks,
  },
  'berita-acara': {
    name: 'Berita acara',
    ofTrip: false,
    needs: ['outcome', 'promises', 'otherSigner'],
    blocks: jointRecordBlocks,
  },
  'surat-keterangan': { name: 'Surat keterangan', ofTrip: true, needs: ['people'], blocks: statementBlocks },
  piagam: {
    ...{ name: 'Piagam', ofTrip: false, isLandscape: true, isLoose: true },
    needs: ['certificates'],
    blocks: certificateBlocks,
  },
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
export const writePaper = (
  { name, blocks, isLandscape = false, isLoose = false }: PaperKind,
  facts: PaperFacts,
): Paper => ({
  title: [name, facts.letter.number].filter(Boolean).join(' '),
  ...{ isLandscape, isLoose },
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
export function nipsIn(
  texts: readonly string[],
  { snapshot: { signer, party }, details }: PaperLetter,
): string[] {
  const authority = { name: details.authority, nip: details.authorityNip || null };
  return [...(signer ? [signer] : []), ...party, authority]
    .filter(({ nip }) => nip !== null && texts.some((text) => text.includes(nip)))
    .map(({ name }) => name);
}
