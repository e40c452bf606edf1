import type { Download } from '../../platform/http/download.js';
import { formatMoment } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { copiedText, type CopiedTable, type PersonalCopy } from '../domain/personal-copy.js';

/** The formats of a copy: for programs, and for people. */
export const copyFormats = ['json', 'pdf'] as const;
export type CopyFormat = (typeof copyFormats)[number];

const TITLE = 'Salinan data pribadi';

/** How many rows a copy has. */
const rowsOf = ({ tables }: PersonalCopy): number => tables.reduce((sum, { rows }) => sum + rows.length, 0);

/** A copy as a file. */
export async function writeCopy(copy: PersonalCopy, format: CopyFormat, zone: Zone): Promise<Download> {
  const name = `data-saya.${format}`;
  const rows = rowsOf(copy);
  if (format === 'json') {
    const content = Buffer.from(`${JSON.stringify(copy, null, 2)}\n`);
    return { name, mediaType: 'application/json; charset=utf-8', content, rows };
  }
  // The library takes long to load.
  const { writePdf } = await import('../../platform/documents/pdf.js');
  const content = await writePdf({
    title: TITLE,
    subtitle: `Semua yang tercatat di Sambang tentang ${copy.about} (UU 27/2022 tentang Pelindungan Data Pribadi)`,
    colophon: `Dibuat ${formatMoment(new Date(copy.madeAt), zone)}`,
    figures: [
      { name: 'jenis data', value: String(copy.tables.length), note: '' },
      { name: 'catatan', value: String(rows), note: '' },
    ],
    sections: copy.tables.map(sectionOf),
  });
  return { name, mediaType: 'application/pdf', content, rows };
}

const sectionOf = ({ name, title, columns, rows, isCut }: CopiedTable) => ({
  heading: title,
  lead: isCut ? `Hanya ${rows.length} catatan pertama.` : '',
  chart: null,
  table: {
    name,
    title,
    columns: [
      { title: 'Keterangan', kind: 'text' as const },
      { title: 'Isi', kind: 'text' as const },
    ],
    rows: rows.flatMap((row, index) => [
      ...(rows.length > 1 ? [[`Catatan ${index + 1}`, '']] : []),
      ...Object.entries(columns).map(([column, label]) => [label, copiedText(row[column])]),
    ]),
  },
});
