import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { readTable } from '../../platform/documents/read-table.js';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { newId } from '../../platform/text/tokens.js';
import { ImportError } from '../domain/error-codes.js';
import { rowsOf, type FileRow, type ImportKind } from '../domain/import-tables.js';
import { mayImport } from '../domain/may-import.js';
import { ImportRepository, type ImportRow } from '../storage/import-repository.js';
import { contentKeyOf, JudgeRows, type Judge } from './judge-rows.js';

export interface BroughtFile {
  name: string;
  content: Buffer;
}

/** Reads a file and shows of each row what it would make; nothing else is written. */
@Injectable()
export class ReadFile {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly imports: ImportRepository,
    private readonly judges: JudgeRows,
  ) {}

  /**
   * @returns the id of the import
   * @throws ImportError what is wrong with the file as a whole; RequestError `not-allowed`
   */
  async execute(actor: Actor, kind: ImportKind, file: BroughtFile): Promise<string> {
    if (!mayImport(actor, kind)) throw new RequestError('not-allowed');
    const read = await readTable(file.content);
    if (read.fault !== null) throw new ImportError(`import-${read.fault}`);
    const { rows, missing } = rowsOf(kind, read.rows);
    if (missing) throw new ImportError('import-columns-missing', { columns: missing.join(', ') });
    if (rows.length === 0) throw new ImportError('import-empty');
    const judge = await this.judges.judge(actor, kind, rows);
    const id = newId();
    return this.database.transaction(async () => {
      const stored = await this.judged(id, kind, rows, judge);
      await this.imports.add(
        {
          ...{ id, kind, fileName: file.name.slice(0, 200), state: 'read', createdBy: actor.personId },
          ...{ createdAt: this.clock.now(), confirmedAt: null, finishedAt: null },
        },
        stored,
      );
      return id;
    });
  }

  private async judged(
    importId: string,
    kind: ImportKind,
    rows: readonly FileRow[],
    judge: Judge,
  ): Promise<ImportRow[]> {
    const keys = rows.map((row) => contentKeyOf(kind, row));
    const known = await this.imports.known(keys);
    const seen = new Map<string, number>();
    return rows.map((row, index): ImportRow => {
      const contentKey = keys[index] as string;
      const base = { importId, number: row.number, cells: { ...row.cells }, contentKey, madeId: null };
      const above = seen.get(contentKey);
      if (known.has(contentKey))
        return { ...base, state: 'known', says: 'Sudah diimpor sebelumnya; tidak dibuat lagi.' };
      if (above !== undefined) {
        return { ...base, state: 'known', says: `Sama dengan baris ${above}; tidak dibuat lagi.` };
      }
      seen.set(contentKey, row.number);
      const { faults, says } = judge(row);
      return faults.length > 0
        ? { ...base, state: 'faulty', says: faults.join(' ') }
        : { ...base, state: 'ready', says };
    });
  }
}
