import { Injectable } from '@nestjs/common';
import { found } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { rowStates, type RowState } from '../domain/import-states.js';
import { ImportRepository, type ImportRow } from '../storage/import-repository.js';
import type { ImportEntity } from '../storage/import.entity.js';

export type RowCounts = Readonly<Record<RowState, number>>;

/** An import as whoever brought it sees it. */
export interface ShownImport {
  file: ImportEntity;
  counts: RowCounts;
  /** All rows of the file. */
  total: number;
}

/** Most imports that a list shows. */
const MOST_SHOWN = 20;

/** Imports for whoever brought them; for everybody else they do not exist. */
@Injectable()
export class ReadImport {
  constructor(private readonly imports: ImportRepository) {}

  /** @throws RequestError `not-found` for anybody but whoever brought the file */
  async ofOwn(actor: Actor, importId: string): Promise<ImportEntity> {
    const file = await this.imports.find(importId);
    return found(file?.createdBy === actor.personId ? file : null);
  }

  async execute(actor: Actor, importId: string): Promise<ShownImport> {
    const file = await this.ofOwn(actor, importId);
    const counted = new Map((await this.imports.counts(importId)).map(({ state, count }) => [state, count]));
    const counts = Object.fromEntries(
      rowStates.map((state) => [state, counted.get(state) ?? 0]),
    ) as RowCounts;
    return { file, counts, total: Object.values(counts).reduce((sum, count) => sum + count, 0) };
  }

  list(actor: Actor): Promise<ImportEntity[]> {
    return this.imports.ofPerson(actor.personId, MOST_SHOWN);
  }

  /** Rows in any of these states after a number. */
  async rows(
    actor: Actor,
    importId: string,
    { states, after, limit }: { states: readonly RowState[]; after: number; limit: number },
  ): Promise<{ rows: ImportRow[]; next: number | null }> {
    await this.ofOwn(actor, importId);
    const rows = await this.imports.rows(importId, states, after, limit + 1);
    const shown = rows.slice(0, limit);
    return { rows: shown, next: rows.length > limit ? (shown.at(-1)?.number ?? null) : null };
  }
}
