import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { FileStore } from '../../platform/files/file-store.js';
import { Spool } from '../../platform/files/spool.js';
import type { Candidate, SweepRange } from '../../platform/jobs/sweep.js';
import { UnmovedFiles, unmovedTables, type UnmovedTable } from '../storage/unmoved-files.js';

const keyOf = (table: UnmovedTable, id: string): string => `${table}/${id}`;

function placeOf(key: string): { table: UnmovedTable; id: string } | null {
  const [name, id = ''] = key.split('/');
  const table = unmovedTables.find((each) => each === name);
  return table === undefined ? null : { table, id };
}

/** Moves documents from their rows into the store of files, one by one: it may stop anywhere and goes on with the rest. */
@Injectable()
export class MoveFiles {
  constructor(
    private readonly unmoved: UnmovedFiles,
    private readonly spool: Spool,
    private readonly store: FileStore,
  ) {}

  /** A page of those that are to be moved, by table and id. */
  async find({ after, limit }: SweepRange): Promise<Candidate[]> {
    const from = after === null ? null : placeOf(after);
    const keys: string[] = [];
    for (const table of unmovedTables) {
      if (keys.length >= limit || (from !== null && table < from.table)) continue;
      const last = from?.table === table ? from.id : null;
      const ids = await this.unmoved.find(table, last, limit - keys.length);
      keys.push(...ids.map((id) => keyOf(table, id)));
    }
    return keys.map((key) => ({ key, due: () => [] }));
  }

  /** The object is there before the row names it, and the row keeps its bytes until then. */
  async one(key: string): Promise<void> {
    const place = placeOf(key);
    const row = place && (await this.unmoved.read(place.table, place.id));
    if (!place || !row) return;
    const file = await this.spool.take(Readable.from([row.content]));
    try {
      if (file.sha256 !== row.sha256) throw new Error(`${key} is not what its digest says`);
      await this.store.keep(file);
      await this.unmoved.moved(place.table, place.id);
    } finally {
      await file.discard();
    }
  }
}
