import '@fastify/multipart';
import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendDownload } from '../../platform/http/download.js';
import { FileUploads } from '../../platform/http/file-upload.js';
import type { KeptFileList } from '../../platform/http/kept-file.view.js';
import type { MadeView } from '../../platform/http/made.view.js';
import { AnswersFile } from '../../platform/http/view-fields.js';
import { LARGEST_PICTURE } from '../../platform/pictures/picture-format.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { documentTypes } from '../../visits/index.js';
import { KeepNoteAttachments } from '../use-cases/keep-note-attachments.js';
import { fileOf, pictureOf, readAttachmentForm } from '../use-cases/attachment-form.js';
import { ReadNoteContents } from '../use-cases/read-note-contents.js';
import { presentFile, presentPicture } from './note.presenter.js';
import type { NotePictureList } from './note.view.js';

const bytes = { type: 'string', format: 'binary' } as const;
const text = { type: 'string' } as const;

/** Pictures and documents of a note; its unit's people send and remove them. */
@ApiTags('notes')
@Controller('api/notes/:id')
@Allow(signedIn)
export class NoteAttachmentsController {
  constructor(
    private readonly attachments: KeepNoteAttachments,
    private readonly contents: ReadNoteContents,
    private readonly uploads: FileUploads,
  ) {}

  /** Pictures that the caller may see: of the own unit all, of others those that are cleared. */
  @Get('pictures')
  async pictures(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<NotePictureList> {
    const { pictures } = await this.contents.execute(actor, id);
    return { items: pictures.map(presentPicture) };
  }

  /**
   * Keeps a JPEG, PNG or WebP of at most 10 MiB, made small and without what the camera wrote into it. `cleared` is `yes`
   * when the sender says that no inmate's face or name is in it.
   */
  @Post('pictures')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { caption: text, cleared: text, file: bytes } } })
  async addPicture(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
  ): Promise<MadeView> {
    const picture = pictureOf(await readAttachmentForm(request, LARGEST_PICTURE));
    return { id: await this.attachments.addPicture(actor, id, picture) };
  }

  /** The picture as WebP. */
  @Get('pictures/:pictureId')
  @AnswersFile('image/webp')
  async picture(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('pictureId', ParseUUIDPipe) pictureId: string,
    @Res() reply: FastifyReply,
  ) {
    const content = await this.attachments.openPicture(actor, id, pictureId, 'picture');
    return reply.type('image/webp').header('cache-control', 'no-store').send(content);
  }

  /** Says that no inmate's face or name is in the picture; at an LPKA its head does. */
  @Post('pictures/:pictureId/clearance')
  @HttpCode(204)
  async clear(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('pictureId', ParseUUIDPipe) pictureId: string,
  ): Promise<void> {
    await this.attachments.clear(actor, id, pictureId);
  }

  @Delete('pictures/:pictureId')
  @HttpCode(204)
  async removePicture(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('pictureId', ParseUUIDPipe) pictureId: string,
  ): Promise<void> {
    await this.attachments.removePicture(actor, id, pictureId);
  }

  @Get('files')
  async files(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<KeptFileList> {
    const { files } = await this.contents.execute(actor, id);
    return { items: files.map(presentFile) };
  }

  /** Keeps a document of at most 20 MiB: PDF, Word, Excel, PowerPoint or OpenDocument text. */
  @Post('files')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: bytes } } })
  async addFile(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
  ): Promise<MadeView> {
    const added = this.uploads.with(request, (form) => this.attachments.addFile(actor, id, fileOf(form)));
    return { id: await added };
  }

  /** The document as a download, never shown inside the site. */
  @Get('files/:fileId')
  @AnswersFile(...documentTypes)
  async file(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('fileId', ParseUUIDPipe) fileId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDownload(reply, await this.attachments.openFile(actor, id, fileId));
  }

  @Delete('files/:fileId')
  @HttpCode(204)
  async removeFile(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('fileId', ParseUUIDPipe) fileId: string,
  ): Promise<void> {
    await this.attachments.removeFile(actor, id, fileId);
  }
}
