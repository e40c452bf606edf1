import { Body, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RequestError } from '../../platform/http/request-error.js';
import { Forms, typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { areSound, MOST_BOXES, type BlurBox } from '../domain/blur-boxes.js';
import { VisitDayError } from '../domain/error-codes.js';
import { BlurPhoto } from '../use-cases/blur-photo.js';
import { ReadAlbum, type ShownPhoto } from '../use-cases/read-album.js';
import { BlurForm, emptyBox, readBoxes, sentBlur, sentRows, writtenBoxes } from './blur-form.js';
import { BlurPage } from './blur-page.js';

/** Boxes belong to the picture that they were drawn on. @throws VisitDayError `photo-overtaken` */
function assertSeen({ blurs }: ShownPhoto, sent: SentForm | undefined): Promise<void> {
  const version = typed(sent, 'version');
  if (version === '' || version === String(blurs)) return Promise.resolve();
  return Promise.reject(new VisitDayError('photo-overtaken', { current: { version: blurs } }));
}

/** Where parts of a photo are made unrecognisable. */
@PageController('kunjungan/:id/foto/:entryId/samarkan')
@Allow(signedIn)
export class BlurPages {
  constructor(
    private readonly forms: Forms,
    private readonly read: ReadAlbum,
    private readonly blur: BlurPhoto,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('entryId', ParseUUIDPipe) entryId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const photo = await this.blurrable(actor, id, entryId);
    await html(reply, BlurPage({ actor, photo, rows: sentRows({}), faults: null, preview: null }));
  }

  /** How the photo would look with the boxes of the address. */
  @Get('pratinjau')
  async preview(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('entryId', ParseUUIDPipe) entryId: string,
    @Query() { kotak }: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const boxes = readBoxes(typeof kotak === 'string' ? kotak : '');
    const content = await this.blur.preview(actor, id, entryId, boxes);
    await reply.type('image/webp').header('cache-control', 'no-store').send(content);
  }

  @Post()
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('entryId', ParseUUIDPipe) entryId: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const photo = await this.blurrable(actor, id, entryId);
    const rows = sentRows(sent);
    const page = (faults: FormFaults | null, preview: string | null = null, shown = rows) =>
      BlurPage({ actor, photo, rows: shown, faults, preview });
    const action = typed(sent, 'aksi');
    const { faults: old } = await this.forms.press(() => assertSeen(photo, sent));
    if (old) return html(reply, page(old), old.status, { page: null });
    if (action === 'tambah') {
      return html(reply, page(null, null, [...rows, emptyBox].slice(0, MOST_BOXES)));
    }
    const taken = await this.forms.take(BlurForm, sentBlur(sent), async ({ boxes, version }) => {
      if (action !== 'pratinjau') return this.blur.execute(actor, id, entryId, boxes, version);
      if (!areSound(boxes)) throw new VisitDayError('blur-boxes');
    });
    const { faults } = taken;
    if (faults) return html(reply, page(faults), faults.status, faults.isOutdated ? { page: null } : null);
    if (action === 'pratinjau') {
      return html(reply, page(null, writtenBoxes(sentBlur(sent)['boxes'] as BlurBox[])));
    }
    const isSeen = await this.isSeen(actor, id, entryId);
    await seeOther(reply, `/kunjungan/${id}/foto?info=samar${isSeen ? `#foto-${entryId}` : ''}`);
  }

  /** @throws RequestError `not-found`, `not-allowed` */
  private async blurrable(actor: Actor, id: string, entryId: string): Promise<ShownPhoto> {
    const { photo } = await this.read.one(actor, id, entryId);
    if (!photo.mayBlur) throw new RequestError('not-allowed');
    return photo;
  }

  /** Without its clearance the photo is for its own people alone. */
  private async isSeen(actor: Actor, id: string, entryId: string): Promise<boolean> {
    const { photos } = await this.read.execute(actor, id);
    return photos.some((photo) => photo.id === entryId);
  }
}
