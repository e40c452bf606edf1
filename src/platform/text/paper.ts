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

/** What was drawn by hand, as an SVG of its own size, below words of its cell. */
export interface PaperDrawing {
  text: string;
  svg: string;
  /** Pixels. */
  width: number;
  height: number;
}

export type PaperCell = string | PaperDrawing;

/** Where anybody makes sure that a paper is true: its address as a QR code, and its code in letters. */
export interface PaperCheck {
  url: string;
  code: string;
}

/** Who signs. */
export interface PaperSigner {
  /** Lines above the post. */
  above: readonly string[];
  position: string;
  name: string;
  /** Null for who has none. */
  nip: string | null;
  /** What the office's signing service finds the place of its QR code by; null for what is signed by hand, with room for the stamp. */
  electronic: string | null;
}

/** A photo with what it shows; its bytes are given to the writer by its id. */
export interface PaperPhoto {
  id: string;
  caption: string;
  /** Pixels. */
  width: number;
  height: number;
}

/** A part of a paper, from the top. */
export type PaperBlock =
  /** `SURAT TUGAS`, with its number below. */
  | { kind: 'title'; text: string; number: string | null }
  /** Nomor, Sifat, Lampiran and Hal, with place and date on the right of the first line. */
  | { kind: 'reference'; lines: readonly (readonly [name: string, value: string])[]; placeAndDate: string }
  | { kind: 'addressee'; lines: readonly string[] }
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  /** A line in the middle, in points. */
  | { kind: 'centred'; text: string; size: number; isBold: boolean }
  | { kind: 'points'; items: readonly string[] }
  | { kind: 'facts'; lines: readonly PaperLine[] }
  /** Its head stands on each page anew, and no row is parted; one without titles has no head. */
  | { kind: 'table'; columns: readonly PaperColumn[]; rows: readonly (readonly PaperCell[])[] }
  | { kind: 'photos'; photos: readonly PaperPhoto[] }
  /** At the right, with what proves the paper at the left. */
  | ({ kind: 'signature'; check?: PaperCheck } & PaperSigner)
  /** Two beside each other. */
  | { kind: 'signatures'; left: PaperSigner; right: PaperSigner }
  | { kind: 'copies'; to: readonly string[] }
  /** What follows stands on a page of its own, which says to what it belongs. */
  | { kind: 'attachment'; lines: readonly string[] }
  /** What follows is a paper of its own kind: a new page, under the letterhead where it is one for somebody else. */
  | { kind: 'page'; hasLetterhead: boolean };

/** An official paper, however it is written. */
export interface Paper {
  /** As the file says of itself. */
  title: string;
  /** Whether its sheet lies; it stands otherwise. */
  isLandscape?: boolean;
  /** Whether its pages are papers of their own, which have no numbers. */
  isLoose?: boolean;
  /** Lines beside the emblem, and below them how the office is reached. */
  letterhead: { lines: readonly string[]; address: readonly string[] };
  blocks: readonly PaperBlock[];
}

/** What a reader does not read as words. */
const unread = new Set(['kind', 'id', 'svg', 'url']);

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => (unread.has(name) ? [] : textsIn(each)));
}

/** Every text that stands on a paper, from the top. */
export const paperTexts = ({ letterhead, blocks }: Pick<Paper, 'letterhead' | 'blocks'>): string[] => [
  ...textsIn(letterhead),
  ...textsIn(blocks),
];

/** The bytes of what stands on a paper as pictures. */
export interface PaperPictures {
  /** PNG. */
  emblem: Buffer | null;
  /** JPEG, by the id of each photo. */
  photos: ReadonlyMap<string, Buffer>;
}

/** Of a paper without any. */
export const noPictures: PaperPictures = { emblem: null, photos: new Map() };
