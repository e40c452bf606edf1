import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { StemShares } from '../domain/candidate-cells.js';

/** How many notes there are, and how common the common stems are in them. */
export interface NoteStatistics {
  /** As PostgreSQL last estimated; 0 when it never did. */
  notes: number;
  shares: StemShares;
}

const KEPT_MS = 600_000;

/**
 * What PostgreSQL knows of all notes' stems without reading them: the statistics of its planner, which ANALYZE takes from
 * a sample (by itself once a tenth of the notes changed). They say where it pays to look first, never what is found.
 */
@Injectable()
export class ReadNoteStatistics implements OnApplicationBootstrap {
  private kept: { at: number; read: Promise<NoteStatistics> } | null = null;

  constructor(private readonly database: Database) {}

  /** Begins to read, so that the first who searches need not wait; what fails is tried again by them. */
  onApplicationBootstrap(): void {
    void this.execute().catch(() => null);
  }

  /** In one statement every ten minutes. */
  execute(): Promise<NoteStatistics> {
    const at = performance.now();
    if (this.kept && at - this.kept.at < KEPT_MS) return this.kept.read;
    const kept = { at, read: this.read() };
    this.kept = kept;
    kept.read.catch(() => {
      if (this.kept === kept) this.kept = null;
    });
    return kept.read;
  }

  private async read(): Promise<NoteStatistics> {
    const [row] = await this.database.query<{ notes: number; stems: string[]; shares: number[] }>(
      `SELECT greatest(c.reltuples, 0)::int AS notes,
         coalesce(s.most_common_elems::text::text[], '{}') AS stems,
         coalesce(s.most_common_elem_freqs::float8[], '{}') AS shares
       FROM pg_catalog.pg_class c
       LEFT JOIN pg_catalog.pg_stats s ON s.schemaname = 'public' AND s.tablename = c.relname AND s.attname = 'vector'
       WHERE c.oid = 'public.note_search'::regclass`,
    );
    const { notes, stems, shares } = row ?? { notes: 0, stems: [], shares: [] };
    return { notes, shares: new Map(stems.map((stem, at) => [stem, shares[at] ?? 0])) };
  }
}
