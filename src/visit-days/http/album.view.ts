import { EachOf, Instant, OneOf, Uuid, Whole } from '../../platform/http/view-fields.js';
import { EntryAuthorView } from './entry.view.js';

const awaited = ['author', 'head'] as const;
const remarks = ['empty', 'nip', 'contact', 'long'] as const;

/** The whole photo: JPEG without metadata. */
export class PhotoOriginalView {
  /** Pixels. */
  @Whole()
  width: number;

  @Whole()
  height: number;

  /** Bytes. */
  @Whole()
  size: number;
}

export class AlbumPhotoView {
  @Uuid()
  id: string;

  caption: string;

  /** What is not well with the caption. */
  @EachOf('CaptionRemark', remarks)
  captionRemarks: (typeof remarks)[number][];

  author: EntryAuthorView;

  /** Pixels as it is shown. */
  @Whole()
  width: number | null;

  @Whole()
  height: number | null;

  /** Whose clearance is missing, of the author's people or at an LPKA of the head of the host; null for none. */
  @OneOf('AwaitedClearance', awaited)
  awaitsClearanceOf: (typeof awaited)[number] | null;

  /** Whether the caller may give it. */
  mayClear: boolean;

  mayBlur: boolean;

  /** Goes on into report, summary, press text and note once it is cleared. */
  chosen: boolean;

  /** The first chosen one. */
  cover: boolean;

  /** How often parts of it were blurred. */
  @Whole()
  blurs: number;

  /** Null for photos that were kept before whole ones were. */
  original: PhotoOriginalView | null;

  @Instant()
  enteredAt: string;

  late: boolean;
}

/** The photos of a visit that the caller may see, in their order. */
export class AlbumView {
  /** 0 for an album that nobody has arranged. */
  @Whole()
  version: number;

  photos: AlbumPhotoView[];
}
