import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendDownload } from '../../platform/http/download.js';
import { FileUploads } from '../../platform/http/file-upload.js';
import type { KeptFileList, KeptFileView } from '../../platform/http/kept-file.view.js';
import { AnswersFile } from '../../platform/http/view-fields.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { toOffsetIso } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { documentTypes } from '../domain/file-kinds.js';
import { KeepFiles } from '../use-cases/keep-files.js';

type KeptFile = Awaited<ReturnType<KeepFiles['add']>>;

const presentFile = ({ id, name, mediaType, size, addedAt }: KeptFile, zone: Zone): KeptFileView => ({
  id,
  name,
  mediaType,
  size,
  addedAt: toOffsetIso(addedAt, zone),
});

@ApiTags('files')
@Controller('api/visits/:id/files')
@Allow(signedIn)
export class FilesController {
  constructor(
    private readonly files: KeepFiles,
    private readonly uploads: FileUploads,
  ) {}

  @Get()
  async index(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<KeptFileList> {
    const { files, timeZone } = await this.files.list(actor, id);
    return { items: files.map((file) => presentFile(file, timeZone)) };
  }

  /** Keeps one document of at most 20 MiB: PDF, Word, Excel, PowerPoint or OpenDocument text. */
  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  async post(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
  ): Promise<KeptFileView> {
    const file = await this.uploads.withOne(request, (given) => this.files.add(actor, id, given));
    const { timeZone } = await this.files.list(actor, id);
    return presentFile(file, timeZone);
  }

  /** The document as a download, never shown inside the site. */
  @Get(':fileId')
  @AnswersFile(...documentTypes)
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('fileId', ParseUUIDPipe) fileId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDownload(reply, await this.files.open(actor, id, fileId));
  }

  @Delete(':fileId')
  @HttpCode(204)
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('fileId', ParseUUIDPipe) fileId: string,
  ): Promise<void> {
    await this.files.remove(actor, id, fileId);
  }
}
