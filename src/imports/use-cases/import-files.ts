import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { writeCsv } from '../../platform/documents/csv.js';
import { exportTypes, tableFormats, type TableFormat } from '../../platform/documents/document-format.js';
import type { DocumentTable } from '../../platform/documents/document-table.js';
import { exportList } from '../../platform/documents/list-export.js';
import { writeWorkbook } from '../../platform/documents/workbook.js';
import type { Download } from '../../platform/http/download.js';
import type { Actor } from '../../platform/security/actor.js';
import { sentBack } from '../domain/import-states.js';
import { importTables, type ImportKind } from '../domain/import-tables.js';
import { ImportRepository, type ImportRow } from '../storage/import-repository.js';
import { ReadImport } from './read-import.js';

const fileNames: Readonly<Record<ImportKind, string>> = {
  people: 'orang',
  plans: 'rencana-kunjungan',
  history: 'riwayat-kunjungan',
};

/** Files of imports to take away: what to fill in, and what was refused. */
@Injectable()
export class ImportFiles {
  constructor(
    private readonly clock: Clock,
    private readonly read: ReadImport,
    private readonly imports: ImportRepository,
  ) {}

  /** A file with the headings and one example; as a workbook with what each column takes. */
  async template(kind: ImportKind, format: TableFormat): Promise<Download> {
    const { name: title, columns } = importTables[kind];
    const name = `contoh-${fileNames[kind]}`;
    const table: DocumentTable = {
      name,
      title,
      columns: columns.map((column) => ({ title: column.title, kind: 'text' })),
      rows: [columns.map(({ example }) => example)],
    };
    const { type } = tableFormats[format];
    const content =
      format === 'xlsx'
        ? await writeWorkbook([table, explained(kind)], this.clock.now())
        : Buffer.from(writeCsv(table, format));
    return { name: `${name}.${type}`, mediaType: exportTypes[type], content };
  }

  /** The rows that were not made, as they came, with the reason of each. */
  async sentBack(actor: Actor, importId: string, format: TableFormat): Promise<Download> {
    const file = await this.read.ofOwn(actor, importId);
    const columns = [
      ...importTables[file.kind].columns.map(({ key, title }) => ({
        ...{ title, kind: 'text' as const },
        cell: ({ cells }: ImportRow) => cells[key] ?? '',
      })),
      { title: 'Baris', kind: 'number' as const, cell: ({ number }: ImportRow) => number },
      { title: 'Alasan', kind: 'text' as const, cell: ({ says }: ImportRow) => says },
    ];
    const list = {
      name: `ditolak-${fileNames[file.kind]}`,
      title: 'Baris yang ditolak',
      columns,
      read: async ({ limit, cursor }: { limit: number; cursor: string | undefined }) => {
        const rows = await this.imports.rows(importId, sentBack, Number(cursor ?? 0), limit);
        const last = rows.length < limit ? null : String(rows.at(-1)?.number);
        return { items: rows, nextCursor: last };
      },
    };
    return exportList(list, format, { now: this.clock.now(), zone: actor.timeZone });
  }
}

const explained = (kind: ImportKind): DocumentTable => ({
  name: 'keterangan',
  title: 'Keterangan',
  columns: [
    { title: 'Kolom', kind: 'text' },
    { title: 'Wajib', kind: 'text' },
    { title: 'Keterangan', kind: 'text' },
  ],
  rows: importTables[kind].columns.map(({ title, needed, hint }) => [title, needed ? 'ya' : '', hint]),
});
