import { toOffsetIso } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import type { ShownEntry } from '../use-cases/read-entries.js';
import type { EntryView } from './entry.view.js';

export function presentEntry(entry: ShownEntry, zone: Zone): EntryView {
  return {
    id: entry.id,
    kind: entry.kind,
    text: entry.text,
    author: { id: entry.author, name: entry.authorName, unit: entry.authorUnit },
    photo:
      entry.kind === 'photo'
        ? {
            width: entry.width,
            height: entry.height,
            cleared: entry.cleared,
            headCleared: entry.headCleared,
            visibleToAll: entry.isPublic,
          }
        : null,
    enteredAt: toOffsetIso(entry.enteredAt, zone),
    receivedAt: toOffsetIso(entry.receivedAt, zone),
    late: entry.late,
  };
}
