/** How far a bundle is: asked for, its parts being made, put together. */
export const bundleStates = ['asked', 'working', 'ready'] as const;
export type BundleState = (typeof bundleStates)[number];

export const bundleStateWords: Readonly<Record<BundleState, string>> = {
  asked: 'menunggu giliran',
  working: 'sedang disusun',
  ready: 'siap diunduh',
};

/** What a part is made of. */
export const partKinds = [
  ...(['paper-pdf', 'paper-docx', 'signed-copy', 'file', 'photo', 'summary', 'attendance'] as const),
] as const;
export type PartKind = (typeof partKinds)[number];

export const partStates = ['waiting', 'done', 'missing'] as const;
export type PartState = (typeof partStates)[number];

/** Of what a bundle is: a visit, a trip, or a year of an organisation. */
export type BundlePlace =
  | { visitId: string; tripId: null; year: null }
  | { visitId: null; tripId: string; year: null }
  | { visitId: null; tripId: null; year: number };

/** Days for which a bundle is kept. */
export const BUNDLE_DAYS = 14;

/** Most visits of a year, and most parts, that one bundle takes. */
export const MOST_VISITS = 300;
export const MOST_PARTS = 3000;

/** Parts that one run makes before it lets others go on. */
export const PARTS_A_RUN = 25;

/** What one PDF holds at the most, so that putting it together fits into memory; what is left begins another. */
export const pdfLimits = { bytes: 40 * 1024 * 1024, pages: 1500 } as const;

/** A part that is to be made. */
export interface PlannedPart {
  kind: PartKind;
  visitId: string;
  /** Of the letter, file or photo; null for what there is once a visit. */
  ref: string | null;
  /** Under which bookmark and in which folder it stands. */
  section: string;
  /** What it is, in words. */
  title: string;
  /** Its ending, with the dot. */
  ending: string;
  /** Why it cannot be made, where that is known beforehand; empty where it can. */
  reason: string;
}

/** A planned part with its name in the ZIP, which no other has. */
export interface NamedPart extends PlannedPart {
  name: string;
}

const LONGEST_FOLDER = 80;
const LONGEST_NAME = 100;

/** Names without what ZIP programs and file systems misread; no two are alike, whatever the case of their letters. */
export function namedParts(parts: readonly PlannedPart[]): NamedPart[] {
  const taken = new Set<string>();
  const sections = [...new Set(parts.map(({ section }) => section))];
  return parts.map((part) => {
    const number = String(sections.indexOf(part.section) + 1).padStart(2, '0');
    const folder = `${number} ${bare(part.section, LONGEST_FOLDER)}`;
    const stem = bare(part.title, LONGEST_NAME);
    let name = `${folder}/${stem}${part.ending}`;
    for (let again = 2; taken.has(name.toLowerCase()); again++) {
      name = `${folder}/${stem} (${again})${part.ending}`;
    }
    taken.add(name.toLowerCase());
    return { ...part, name };
  });
}

function bare(text: string, longest: number): string {
  const clean = text
    .normalize('NFC')
    .replaceAll(/[\p{C}"*/:<>?\\|]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return (
    [...clean]
      .slice(0, longest)
      .join('')
      .replace(/[. ]+$/, '') || 'Tanpa nama'
  );
}

/** A line of `SHA256SUMS.txt`, as `sha256sum --check` reads it. */
export const sumLine = ({ sha256, name }: { sha256: string; name: string }): string => `${sha256}  ${name}\n`;

/** Until when a bundle is kept that was asked for at an instant. */
export const keptUntil = (askedAt: Date): Date => new Date(askedAt.getTime() + BUNDLE_DAYS * 86_400_000);
