import { Instant, listOf, OneOf, Uuid, Whole } from '../../platform/http/view-fields.js';

const entryKinds = ['note', 'photo'] as const;

export class EntryAuthorView {
  @Uuid()
  id: string;

  name: string;
  unit: string;
}

export class EntryPhotoView {
  /** Pixels. */
  @Whole()
  width: number | null;

  @Whole()
  height: number | null;

  cleared: boolean;
  headCleared: boolean;
  visibleToAll: boolean;
}

/** A note or a photo of the day; times carry the offset of the host's zone. */
export class EntryView {
  @Uuid()
  id: string;

  @OneOf('EntryKind', entryKinds)
  kind: (typeof entryKinds)[number];

  text: string;
  author: EntryAuthorView;
  photo: EntryPhotoView | null;

  @Instant()
  enteredAt: string;

  @Instant()
  receivedAt: string;

  /** Whether it was entered before the visit was closed and arrived after. */
  late: boolean;
}

export class EntryList extends listOf(EntryView) {}
