/** Stands where a paper is filled in by hand. */
export const BLANK = '…………';

/** What a line says; several are numbered points. */
export type PaperValue = string | readonly string[];

/** A name, a colon and what it is. */
export type PaperLine = readonly [name: string, value: PaperValue];

export interface PaperColumn {
  title: string;
  /** Of the width between the margins, in hundredths; those of a table are a hundred together. */
  share: number;
}

/** A part of a paper, from the top. */
export type PaperBlock =
  /** `SURAT TUGAS`, with its number below. */
  | { kind: 'title'; text: string; number: string | null }
  /** Nomor, Sifat, Lampiran and Hal, with place and date on the right of the first line. */
  | { kind: 'reference'; lines: readonly (readonly [name: string, value: string])[]; placeAndDate: string }
  | { kind: 'addressee'; lines: readonly string[] }
  | { kind: 'paragraph'; text: string }
  | { kind: 'points'; items: readonly string[] }
  | { kind: 'facts'; lines: readonly PaperLine[] }
  /** Its head stands on each page anew, and no row is parted. */
  | { kind: 'table'; columns: readonly PaperColumn[]; rows: readonly (readonly string[])[] }
  /** Signed by hand, with room for the stamp. */
  | { kind: 'signature'; above: readonly string[]; position: string; name: string; nip: string }
  | { kind: 'copies'; to: readonly string[] }
  /** What follows stands on a page of its own, which says to what it belongs. */
  | { kind: 'attachment'; lines: readonly string[] };

/** An official paper, however it is written. */
export interface Paper {
  /** As the file says of itself. */
  title: string;
  /** Lines beside the emblem, and below them how the office is reached. */
  letterhead: { lines: readonly string[]; address: readonly string[] };
  blocks: readonly PaperBlock[];
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => (name === 'kind' ? [] : textsIn(each)));
}

/** Every text that stands on a paper, from the top. */
export const paperTexts = ({ letterhead, blocks }: Pick<Paper, 'letterhead' | 'blocks'>): string[] => [
  ...textsIn(letterhead),
  ...textsIn(blocks),
];
