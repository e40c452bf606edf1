import { Instant, listOf, Uuid, Whole } from './view-fields.js';

/** A document that was kept. */
export class KeptFileView {
  @Uuid()
  id: string;

  name: string;
  mediaType: string;

  /** Bytes. */
  @Whole()
  size: number;

  @Instant()
  addedAt: string;
}

export class KeptFileList extends listOf(KeptFileView) {}
