import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendDownload } from '../../platform/http/download.js';
import { FileUploads } from '../../platform/http/file-upload.js';
import type { KeptFileList, KeptFileView } from '../../platform/http/kept-file.view.js';
import { AnswersFile } from '../../platform/http/view-fields.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { documentTypes } from '../../visits/index.js';
import { KeepEvidence } from '../use-cases/keep-evidence.js';

type KeptFile = Awaited<ReturnType<KeepEvidence['add']>>;

const presentFile = ({ id, name, mediaType, size, addedAt }: KeptFile): KeptFileView => ({
  id,
  name,
  mediaType,
  size,
  addedAt: addedAt.toISOString(),
});

@ApiTags('follow-ups')
@Controller('api/follow-ups/:id/files')
@Allow(signedIn)
export class EvidenceFilesController {
  constructor(
    private readonly evidence: KeepEvidence,
    private readonly uploads: FileUploads,
  ) {}

  @Get()
  async index(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<KeptFileList> {
    const files = await this.evidence.list(actor, id);
    return { items: files.map(presentFile) };
  }

  /** Keeps one document of at most 20 MiB that shows what was done: for the responsible unit. */
  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  async post(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
  ): Promise<KeptFileView> {
    return presentFile(await this.uploads.withOne(request, (given) => this.evidence.add(actor, id, given)));
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
    await sendDownload(reply, await this.evidence.open(actor, id, fileId));
  }

  @Delete(':fileId')
  @HttpCode(204)
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('fileId', ParseUUIDPipe) fileId: string,
  ): Promise<void> {
    await this.evidence.remove(actor, id, fileId);
  }
}
