import {
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Put,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendDownload } from '../../platform/http/download.js';
import { FileUploads } from '../../platform/http/file-upload.js';
import { AnswersFile } from '../../platform/http/view-fields.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { documentTypes } from '../../visits/index.js';
import { MOST_PHOTO_BYTES, MOST_PHOTOS } from '../domain/signed-copy.js';
import { KeepSignedCopy } from '../use-cases/keep-signed-copy.js';
import { ReadLetters } from '../use-cases/read-letters.js';
import { presentLetter } from './letters.presenter.js';
import type { RegisteredLetterView } from './letters.view.js';
import { SeenVersionQuery } from './office-papers.dto.js';

const files = { type: 'array', items: { type: 'string', format: 'binary' } } as const;

/** The signed copies of letters. */
@ApiTags('papers')
@Controller('api/letters/:id/signed-copy')
@Allow(signedIn)
export class SignedCopiesController {
  constructor(
    private readonly uploads: FileUploads,
    private readonly read: ReadLetters,
    private readonly copies: KeepSignedCopy,
  ) {}

  /**
   * Puts the signed copy on the line of its office, also once the letter was sent: one PDF or Word document, or up to twenty
   * photos, which become one PDF in the order in which they are sent. Each file has 20 MiB at most, all 100 MiB.
   */
  @Put()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: files } } })
  async put(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { version }: SeenVersionQuery,
    @Req() request: FastifyRequest,
  ): Promise<RegisteredLetterView> {
    const limits = { files: MOST_PHOTOS, together: MOST_PHOTO_BYTES };
    await this.uploads.with(request, (form) => this.copies.put(actor, { id, version }, form), limits);
    const { letter } = await this.read.one(actor, id);
    return presentLetter(letter, actor);
  }

  /** The signed copy as a download, for whoever reads the letter; also where it is one of the visit's files. */
  @Get()
  @AnswersFile(...documentTypes)
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDownload(reply, await this.copies.open(actor, id));
  }

  @Delete()
  @HttpCode(204)
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { version }: SeenVersionQuery,
  ): Promise<void> {
    await this.copies.remove(actor, { id, version });
  }
}
