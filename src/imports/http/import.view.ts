import { Instant, listOf, OneOf, Uuid, Whole } from '../../platform/http/view-fields.js';
import { importStates, rowStates, type RowState } from '../domain/import-states.js';
import { importKinds } from '../domain/import-tables.js';

export class ImportCountsView {
  @Whole()
  ready: number;

  @Whole()
  faulty: number;

  @Whole()
  known: number;

  @Whole()
  made: number;

  @Whole()
  refused: number;
}

/** A file that was brought, and how far making its rows is. */
export class ImportView {
  @Uuid()
  id: string;

  @OneOf('ImportKind', importKinds)
  kind: string;

  fileName: string;

  @OneOf('ImportState', importStates)
  state: string;

  @Instant()
  createdAt: string;

  @Instant()
  finishedAt: string | null;

  /** Rows by what they are. */
  rows: ImportCountsView;
}

class ImportRowView {
  /** As the program of tables shows it. */
  @Whole()
  number: number;

  @OneOf('ImportRowState', rowStates)
  state: RowState;

  /** What would be made, or why nothing is. */
  says: string;

  /** The person or visit that was made. */
  @Uuid()
  madeId: string | null;
}

export class ImportRowPage extends listOf(ImportRowView) {
  /** The number to go on after; null on the last page. */
  @Whole()
  nextAfter: number | null;
}
