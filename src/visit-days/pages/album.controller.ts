import { Body, Get, Param, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequestError } from '../../platform/http/request-error.js';
import { Forms, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { moved } from '../domain/album.js';
import { NotePhotos } from '../use-cases/note-photos.js';
import { PressAlbum, type PhotoDeed } from '../use-cases/press-album.js';
import { readPhotosForm, UploadPhotos, type UploadedPhotos } from '../use-cases/upload-photos.js';
import {
  albumAction,
  AlbumForm,
  NotePhotoForm,
  sentAlbum,
  UploadForm,
  type AlbumAction,
} from './album-form.js';
import type { AlbumRefusal } from './album-props.js';
import { AlbumView } from './album-view.js';
import { albumNotices } from './album-words.js';

/** The album of a visit. */
@PageController('kunjungan/:id/foto')
@Allow(signedIn)
export class AlbumPages {
  constructor(
    private readonly forms: Forms,
    private readonly view: AlbumView,
    private readonly press: PressAlbum,
    private readonly upload: UploadPhotos,
    private readonly notes: NotePhotos,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { info, gagal }: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const said = Object.entries(albumNotices).find(([name]) => name === info)?.[1];
    const left = typeof gagal === 'string' && /^\d{1,2}$/.test(gagal) ? leftWords(Number(gagal)) : '';
    const notice = said === undefined ? null : `${said}${left}`;
    await html(reply, await this.view.page(actor, id, { notice }));
  }

  /** A button of the album: saves what was typed, and does what it says beside. */
  @Post()
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const action = albumAction(sent);
    const { faults } = await this.forms.take(AlbumForm, sentAlbum(sent), ({ photos, version }) => {
      const wanted = { photos: ordered(photos, action), version };
      return this.press.execute(actor, id, wanted, deedOf(action));
    });
    if (!faults) return seeOther(reply, addressAfter(id, action));
    await this.refuse(reply, actor, id, { form: 'album', sent, faults });
  }

  @Post('unggah')
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const uploads = await readPhotosForm(request);
    const sent: SentForm = uploads.fields;
    const taken = await this.forms.take(
      UploadForm,
      sent,
      ({ id: form, clearance }): Promise<UploadedPhotos> =>
        this.upload.execute(actor, id, uploads, { form, cleared: clearance === 'ya' }),
    );
    if (taken.faults) return this.refuse(reply, actor, id, { form: 'upload', sent, faults: taken.faults });
    const { refused } = taken.result;
    const left = refused.length > 0 ? `&gagal=${refused.length}` : '';
    await seeOther(reply, `/kunjungan/${id}/foto?info=unggah${left}`);
  }

  @Post('praktik-baik')
  async takeToNote(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { faults } = await this.forms.take(NotePhotoForm, sent, ({ photo, note }) =>
      this.notes.take(actor, id, photo, note),
    );
    if (!faults) return seeOther(reply, `/kunjungan/${id}/foto?info=praktik#praktik-baik`);
    await this.refuse(reply, actor, id, { form: 'note', sent, faults });
  }

  private async refuse(reply: FastifyReply, actor: Actor, id: string, refusal: AlbumRefusal): Promise<void> {
    const { faults } = refusal;
    const standing = faults.isOutdated ? { page: await this.view.page(actor, id) } : null;
    await html(reply, await this.view.page(actor, id, { refusal }), faults.status, standing);
  }
}

const leftWords = (count: number): string =>
  ` ${count} berkas tidak tersimpan, karena bukan foto JPEG, PNG, atau WebP yang utuh, atau lebih dari 10 MB.`;

/** The photos with the one that is moved a place further. */
function ordered<Photo extends { id: string }>(
  photos: readonly Photo[],
  { name, photo }: AlbumAction,
): Photo[] {
  if (name !== 'naik' && name !== 'turun') return [...photos];
  const byId = new Map(photos.map((each) => [each.id, each]));
  const order = moved([...byId.keys()], photo, name === 'naik' ? -1 : 1);
  return order.flatMap((id) => byId.get(id) ?? []);
}

/** @throws RequestError `not-found` for what is no photo */
function deedOf({ name, photo }: AlbumAction): PhotoDeed | null {
  if (name !== 'izin' && name !== 'hapus') return null;
  if (!isUUID(photo)) throw new RequestError('not-found');
  return { name: name === 'izin' ? 'clear' : 'remove', photo };
}

function addressAfter(id: string, { name, photo }: AlbumAction): string {
  const path = `/kunjungan/${id}/foto`;
  if (name === 'naik' || name === 'turun') return isUUID(photo) ? `${path}#foto-${photo}` : path;
  return name === 'izin' && isUUID(photo) ? `${path}?info=izin#foto-${photo}` : `${path}?info=${name}`;
}
