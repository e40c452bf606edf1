import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { sendDownload } from '../../platform/http/download.js';
import type { MadeView } from '../../platform/http/made.view.js';
import { AnswersFile } from '../../platform/http/view-fields.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { AlbumBody, BlurBody, NotePhotoBody } from '../use-cases/album.dto.js';
import { ArrangeAlbum } from '../use-cases/arrange-album.js';
import { BlurPhoto } from '../use-cases/blur-photo.js';
import { NotePhotos } from '../use-cases/note-photos.js';
import { ReadAlbum } from '../use-cases/read-album.js';
import { presentAlbum } from './album.presenter.js';
import type { AlbumView } from './album.view.js';

/** The album of a visit: captions, order, which photos go on, and what is done with one. */
@ApiTags('entries')
@Controller('api/visits/:id')
@Allow(signedIn)
export class AlbumController {
  constructor(
    private readonly read: ReadAlbum,
    private readonly arrange: ArrangeAlbum,
    private readonly blurring: BlurPhoto,
    private readonly notes: NotePhotos,
  ) {}

  @Get('album')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<AlbumView> {
    return presentAlbum(await this.read.execute(actor, id));
  }

  /** Describes, orders and chooses photos, by whoever may enter what happened. Only cleared ones can be chosen. */
  @Put('album')
  async put(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { photos, version }: AlbumBody,
  ): Promise<AlbumView> {
    await this.arrange.execute(actor, id, photos, version);
    return presentAlbum(await this.read.execute(actor, id));
  }

  /** The whole photo as JPEG without metadata, for those who take part. */
  @Get('entries/:entryId/original')
  @AnswersFile('image/jpeg')
  async original(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('entryId', ParseUUIDPipe) entryId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const content = await this.read.original(actor, id, entryId);
    void reply.header('cache-control', 'no-store');
    await sendDownload(reply, { name: `foto-${entryId}.jpg`, mediaType: 'image/jpeg', content });
  }

  /**
   * Makes parts of the photo unrecognisable for good, in every size that is kept, by its author's people and the host's. It
   * has to be cleared anew.
   */
  @Post('entries/:entryId/blur')
  @HttpCode(204)
  async blur(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('entryId', ParseUUIDPipe) entryId: string,
    @Body() { boxes, version }: BlurBody,
  ): Promise<void> {
    await this.blurring.execute(actor, id, entryId, boxes, version);
  }

  /** Takes a chosen photo over as a picture of a note that comes from the visit, with its caption. */
  @Post('entries/:entryId/note')
  async takeToNote(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('entryId', ParseUUIDPipe) entryId: string,
    @Body() { note }: NotePhotoBody,
  ): Promise<MadeView> {
    return { id: await this.notes.take(actor, id, entryId, note) };
  }
}
