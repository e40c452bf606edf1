import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Put,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequestError } from '../../platform/http/request-error.js';
import { readDocument } from '../../platform/http/upload.js';
import { AnswersFile } from '../../platform/http/view-fields.js';
import { LARGEST_PICTURE } from '../../platform/pictures/picture-format.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { allows } from '../../platform/security/capabilities.js';
import { valuesIn } from '../../platform/text/field-description.js';
import { maskNip } from '../../platform/text/nip.js';
import { officeFields } from '../domain/office-fields.js';
import type { SignerTerms } from '../domain/signers.js';
import { KeepOfficePapers, type OfficePapers } from '../use-cases/keep-office-papers.js';
import { NewSignerBody, OfficePapersBody, SeenVersionQuery, SignerBody } from './office-papers.dto.js';
import type { OfficePapersView } from './office-papers.view.js';

const termsOf = ({
  kind,
  name,
  position,
  rank,
  fromOn,
  untilOn,
}: NewSignerBody): Omit<SignerTerms, 'nip'> => ({
  ...{ kind, name, position, fromOn },
  rank: rank || null,
  untilOn: untilOn ?? null,
});

/** @param read as `KeepOfficePapers.read` answers */
function present({ papers, signers }: OfficePapers): OfficePapersView {
  return {
    organisation: papers.organisation,
    letterhead: papers.letterhead,
    placeOfSigning: papers.placeOfSigning,
    copies: papers.copies,
    classificationCode: papers.classificationCode,
    numberCode: papers.numberCode,
    numberPattern: papers.numberPattern,
    signing: papers.signing,
    signatureMark: papers.signatureMark,
    hasEmblem: papers.emblem !== null,
    signers: signers.map(({ id, kind, name, position, rank, nip, fromOn, untilOn, version }) => ({
      ...{ id, kind, name, position, rank, fromOn, untilOn, version },
      nip: nip && maskNip(nip),
    })),
    version: papers.version,
  };
}

@ApiTags('papers')
@Controller('api/units/:code/papers')
@Allow(allows('papers.keep'))
export class OfficePapersController {
  constructor(private readonly keep: KeepOfficePapers) {}

  /** What stands on the papers of an office, for its own people, its Kanwil and administrators. */
  @Get()
  async show(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<OfficePapersView> {
    return present(await this.keep.read(actor, code));
  }

  /** Changes it; what is left out stays. */
  @Patch()
  async change(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() body: OfficePapersBody,
  ): Promise<OfficePapersView> {
    await this.keep.change(actor, code, body.version, valuesIn(officeFields, body));
    return this.show(actor, code);
  }

  /** The emblem as PNG. */
  @Get('emblem')
  @AnswersFile('image/png')
  async emblem(@CurrentActor() actor: Actor, @Param('code') code: string, @Res() reply: FastifyReply) {
    const content = await this.keep.openEmblem(actor, code);
    return reply.type('image/png').header('cache-control', 'no-store').send(content);
  }

  /** Keeps a JPEG, PNG or WebP of at most 10 MiB as the emblem, in place of the one before. */
  @Post('emblem')
  @HttpCode(204)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  async putEmblem(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const picture = await readDocument(request, LARGEST_PICTURE);
    if (!picture) throw new RequestError('malformed-request');
    await this.keep.changeEmblem(actor, code, picture.content);
  }

  @Delete('emblem')
  @HttpCode(204)
  async removeEmblem(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<void> {
    await this.keep.changeEmblem(actor, code, null);
  }

  /** Writes down who signs; of one kind, the head or who acts for one, there is one a date. */
  @Post('signers')
  async addSigner(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() body: NewSignerBody,
  ): Promise<OfficePapersView> {
    await this.keep.addSigner(actor, code, { ...termsOf(body), nip: body.nip ?? null });
    return this.show(actor, code);
  }

  /** Changes who signs; a NIP that is left out stays. */
  @Put('signers/:id')
  async changeSigner(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SignerBody,
  ): Promise<OfficePapersView> {
    const { version, nip } = body;
    await this.keep.changeSigner(actor, code, { id, version }, { ...termsOf(body), nip });
    return this.show(actor, code);
  }

  @Delete('signers/:id')
  @HttpCode(204)
  async removeSigner(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { version }: SeenVersionQuery,
  ): Promise<void> {
    await this.keep.removeSigner(actor, code, { id, version });
  }
}
