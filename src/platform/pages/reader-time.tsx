import type { VNode } from 'preact';
import { readerTime, type PlacedTime, type TimeReader } from '../text/reader-time.js';

/** When something is or was, for its reader (`readerTime`). */
export function ReaderTime({ of, reader }: { of: PlacedTime; reader: TimeReader }): VNode {
  const { first, beside } = readerTime(of, reader);
  return (
    <>
      {first}
      {beside !== null && <span class="d-block text-secondary">Di tempat Anda: {beside}</span>}
    </>
  );
}
