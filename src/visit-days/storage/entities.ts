import { PhotoInNoteEntity, PhotoOriginalEntity, VisitAlbumEntity } from './album.entity.js';
import { VisitEntryEntity } from './visit-entry.entity.js';

/** The tables of this feature. */
export const visitDaysEntities = [VisitEntryEntity, VisitAlbumEntity, PhotoOriginalEntity, PhotoInNoteEntity];
