import type { NoteFact } from '../../notes/index.js';
import type { FormFaults, SentForm } from '../../platform/pages/forms.js';
import type { Actor } from '../../platform/security/actor.js';
import type { ShownAlbum } from '../use-cases/read-album.js';

/** A form of the album that was refused, with what was typed. */
export interface AlbumRefusal {
  form: 'album' | 'upload' | 'note';
  sent: SentForm | undefined;
  faults: FormFaults;
}

export interface AlbumPageProps {
  actor: Actor;
  now: Date;
  album: ShownAlbum;
  /** Notes that come from the visit and that the reader may write. */
  notes: readonly NoteFact[];
  refusal: AlbumRefusal | null;
  notice: string | null;
  headNeeded: boolean;
}
