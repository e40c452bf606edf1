import { IsIn, IsOptional, IsUUID } from 'class-validator';
import type { SentForm } from '../../platform/pages/forms.js';
import { typed } from '../../platform/pages/forms.js';
import { MOST_PHOTOS } from '../domain/album.js';
import { AlbumBody } from '../use-cases/album.dto.js';

/** A form that was sent says which album it was written on. */
export class AlbumForm extends AlbumBody {}

/** What is said of the photos that are sent. */
export class UploadForm {
  /** Made by the page; sent again these are the same photos. */
  @IsOptional()
  @IsUUID()
  id?: string;

  /** `ya`: no inmate's face or name is in any of them. */
  @IsOptional()
  @IsIn(['ya'])
  clearance?: 'ya';
}

/** Which photo goes into which note. */
export class NotePhotoForm {
  @IsUUID()
  photo: string;

  @IsUUID()
  note: string;
}

export const captionField = (id: string): string => `caption-${id}`;
export const chosenField = (id: string): string => `chosen-${id}`;

/** What a button of the album does beside saving. */
export interface AlbumAction {
  name: 'simpan' | 'naik' | 'turun' | 'izin' | 'hapus';
  /** The photo it is about; empty for all of them. */
  photo: string;
}

const actionNames = ['simpan', 'naik', 'turun', 'izin', 'hapus'] as const;

export function albumAction(sent: SentForm | undefined): AlbumAction {
  const [given = '', photo = ''] = typed(sent, 'aksi').split(':');
  return { name: actionNames.find((name) => name === given) ?? 'simpan', photo };
}

/** The photos as the form has them, in its order. */
export function sentAlbum(sent: SentForm | undefined): SentForm {
  const captioned = Object.keys(sent ?? {}).flatMap((name) => /^caption-(.+)$/.exec(name)?.[1] ?? []);
  const photos = [...new Set([...orderOf(sent), ...captioned])].map((id) => ({
    id,
    caption: typed(sent, captionField(id)),
    chosen: typed(sent, chosenField(id)) === 'ya',
  }));
  return { photos, version: Number(typed(sent, 'version') || Number.NaN) };
}

/** Ids in one field, which a script writes anew when photos are moved. */
export const orderOf = (sent: SentForm | undefined): string[] =>
  typed(sent, 'order')
    .split(',')
    .filter((id) => id !== '')
    .slice(0, MOST_PHOTOS);
