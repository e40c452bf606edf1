import { Instant, listOf, OneOf, Uuid, Whole } from '../../platform/http/view-fields.js';
import { bundleStates, type BundleState } from '../domain/bundle.js';

class MissingPartView {
  /** Its name in the ZIP, had it been made. */
  name: string;
  reason: string;
}

class BundlePdfView {
  /** From 1. */
  @Whole()
  volume: number;

  /** Bytes. */
  @Whole()
  size: number;
}

/** Papers of a visit, a trip or a year, put together for the caller's office. */
export class BundleView {
  @Uuid()
  id: string;

  @Uuid()
  visitId: string | null;

  @Uuid()
  tripId: string | null;

  /** Code of the organisation whose year it is. */
  organisation: string | null;

  @Whole()
  year: number | null;

  title: string;

  @OneOf('BundleState', bundleStates)
  state: BundleState;

  /** Parts that were made, and that are to be made; none while it waits for its turn. */
  @Whole()
  done: number;

  @Whole()
  parts: number;

  /** What could not be made. */
  missing: MissingPartView[];

  /** Bytes; null until it is ready. */
  @Whole()
  zipSize: number | null;

  /** What does not fit into one PDF begins another. */
  pdfs: BundlePdfView[];

  @Instant()
  askedAt: string;

  /** Until when it is kept. */
  @Instant()
  keptUntil: string;
}

export class BundleList extends listOf(BundleView) {}
