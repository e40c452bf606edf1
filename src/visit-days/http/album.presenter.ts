import { toOffsetIso } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import type { ShownAlbum, ShownPhoto } from '../use-cases/read-album.js';
import type { AlbumPhotoView, AlbumView, PhotoOriginalView } from './album.view.js';

export const presentAlbum = ({ visit, version, photos }: ShownAlbum): AlbumView => ({
  version,
  photos: photos.map((photo) => presentPhoto(photo, visit.timeZone)),
});

function presentPhoto(photo: ShownPhoto, zone: Zone): AlbumPhotoView {
  return {
    id: photo.id,
    caption: photo.text,
    captionRemarks: photo.remarks,
    author: { id: photo.author, name: photo.authorName, unit: photo.authorUnit },
    width: photo.width,
    height: photo.height,
    awaitsClearanceOf: photo.awaits,
    mayClear: photo.mayClear,
    mayBlur: photo.mayBlur,
    chosen: photo.chosen,
    cover: photo.isCover,
    blurs: photo.blurs,
    original: presentOriginal(photo),
    enteredAt: toOffsetIso(photo.enteredAt, zone),
    late: photo.late,
  };
}

function presentOriginal(photo: ShownPhoto): PhotoOriginalView | null {
  const { originalWidth: width, originalHeight: height, originalSize: size } = photo;
  return width === null || height === null || size === null ? null : { width, height, size };
}
