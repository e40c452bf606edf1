import { BLANK, type Paper, type PaperBlock } from '../../platform/text/paper.js';

/** Somebody who took part, as a list tells it: without NIP and ways of contact. */
export interface ListedPerson {
  name: string;
  position: string | null;
  office: string | null;
  side: string;
  attendance: string;
}

/** What a list of a visit is about. */
export interface ListedVisit {
  title: string;
  reference: string;
  guests: string;
  host: string;
  when: string;
  place: string;
}

const headOf = (visit: ListedVisit): PaperBlock => ({
  kind: 'facts',
  lines: [
    ['Kegiatan', visit.title],
    ['Tamu', visit.guests],
    ['Tuan rumah', visit.host],
    ['Waktu', visit.when],
    ['Tempat', visit.place || BLANK],
    ['Nomor', visit.reference],
  ],
});

const plain = (title: string, blocks: readonly PaperBlock[]): Paper => ({
  title,
  letterhead: { lines: [title.toUpperCase()], address: [] },
  blocks,
});

/** Who took part in a visit. */
export const attendancePaper = (visit: ListedVisit, people: readonly ListedPerson[]): Paper =>
  plain('Daftar peserta', [
    headOf(visit),
    {
      kind: 'table',
      columns: [
        { title: 'No.', share: 7 },
        { title: 'Nama', share: 28 },
        { title: 'Jabatan', share: 22 },
        { title: 'Instansi', share: 20 },
        { title: 'Pihak', share: 11 },
        { title: 'Kehadiran', share: 12 },
      ],
      rows: people.map(({ name, position, office, side, attendance }, index) => [
        ...[`${index + 1}.`, name, position ?? '', office ?? '', side, attendance],
      ]),
    },
  ]);

/** A heading with what stands under it: points, or paragraphs. */
export interface ToldSection {
  heading: string;
  points?: readonly string[];
  texts?: readonly string[];
}

/** What came of a visit; sections without anything are left out. */
export const summaryPaper = (visit: ListedVisit, sections: readonly ToldSection[]): Paper =>
  plain('Ringkasan kunjungan', [
    headOf(visit),
    ...sections.flatMap(({ heading, points = [], texts = [] }): PaperBlock[] => {
      const told = texts.filter((text) => text.trim() !== '');
      if (points.length + told.length === 0) return [];
      return [
        { kind: 'title', text: heading, number: null },
        ...told.map((text): PaperBlock => ({ kind: 'paragraph', text })),
        ...(points.length > 0 ? [{ kind: 'points', items: points } satisfies PaperBlock] : []),
      ];
    }),
  ]);

/** Stands in the PDF for what cannot be shown there. */
export const placeholderPaper = (title: string, name: string, why: string): Paper =>
  plain(title, [
    { kind: 'paragraph', text: why },
    { kind: 'facts', lines: [['Dalam berkas ZIP', name]] },
  ]);

/** The first page: what the bundle is of, what it holds, and what it lacks. */
export function coverPaper(
  title: string,
  madeAt: string,
  sections: readonly (readonly [name: string, count: number])[],
  missing: readonly { name: string; reason: string }[],
): Paper {
  const lacks: PaperBlock[] = [
    { kind: 'paragraph', text: 'Yang tidak dapat disertakan:' },
    { kind: 'points', items: missing.map(({ name, reason }) => `${name}: ${reason}`) },
  ];
  return plain('Bundel bukti', [
    {
      kind: 'facts',
      lines: [
        ['Kegiatan', title],
        ['Disusun', madeAt],
      ],
    },
    {
      kind: 'table',
      columns: [
        { title: 'No.', share: 8 },
        { title: 'Bagian', share: 74 },
        { title: 'Jumlah berkas', share: 18 },
      ],
      rows: sections.map(([name, count], index) => [`${index + 1}.`, name, String(count)]),
    },
    {
      kind: 'paragraph',
      text: 'Semua berkas ada dalam ZIP bundel ini, dengan SHA-256 masing-masing dalam SHA256SUMS.txt.',
    },
    ...(missing.length > 0 ? lacks : []),
  ]);
}
