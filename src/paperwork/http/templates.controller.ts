import {
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseEnumPipe,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { exportTypes } from '../../platform/documents/document-format.js';
import { LARGEST_TEMPLATE } from '../../platform/documents/document-limits.js';
import { sendDownload } from '../../platform/http/download.js';
import { RequestError } from '../../platform/http/request-error.js';
import { readUpload } from '../../platform/http/upload.js';
import { AnswersFile } from '../../platform/http/view-fields.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { allows } from '../../platform/security/capabilities.js';
import { toOffsetIso } from '../../platform/text/dates.js';
import type { LetterKind } from '../domain/letter-kinds.js';
import { writtenKindCodes, writtenKinds } from '../domain/paper-kinds.js';
import { LONGEST_TEMPLATE_NOTE } from '../domain/template-limits.js';
import { KeepTemplates, type TemplateVersion } from '../use-cases/keep-templates.js';
import { ReadStarter, type ShownField } from '../use-cases/read-starter.js';
import { TemplateKindQuery } from './templates.dto.js';
import type {
  KindTemplatesList,
  LetterTemplateView,
  TemplateFieldList,
  TemplateFieldView,
} from './templates.view.js';

const present = (version: TemplateVersion, { timeZone }: Actor): LetterTemplateView => ({
  id: version.id,
  organisation: version.organisation,
  kind: version.kind,
  number: version.number,
  name: version.name,
  size: version.size,
  note: version.note,
  isCurrent: version.isCurrent,
  uploadedBy: version.uploadedBy,
  uploadedAt: toOffsetIso(version.uploadedAt, timeZone),
});

const presentField = ({ name, says, inside, example }: ShownField): TemplateFieldView => ({
  name,
  says,
  example: typeof example === 'string' ? example : null,
  inside:
    inside?.map((field) => ({
      name: field.name,
      says: field.says,
      example: (typeof example === 'string' ? undefined : example[0]?.[field.name]) ?? '',
    })) ?? null,
});

@ApiTags('papers')
@Controller('api/units/:code/papers/templates')
@Allow(allows('papers.keep'))
export class TemplatesController {
  constructor(
    private readonly keep: KeepTemplates,
    private readonly starter: ReadStarter,
  ) {}

  /** Which template applies to each kind of letters of an office, and its own versions. */
  @Get()
  async list(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<KindTemplatesList> {
    const read = await this.keep.read(actor, code);
    const items = read.kinds.map(({ kind, applying, versions }) => ({
      kind,
      applying: applying && present(applying, actor),
      versions: versions.map((version) => present(version, actor)),
    }));
    return { items };
  }

  /**
   * Keeps a Word document (DOCX, at most 5 MiB) as a new version, which applies from now on. It is checked and tried first: a
   * 422 names every fault with its place in `errors`.
   */
  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['kind', 'file'],
      properties: {
        kind: { type: 'string', enum: [...writtenKinds] },
        note: { type: 'string', maxLength: LONGEST_TEMPLATE_NOTE },
        file: { type: 'string', format: 'binary' },
      },
    },
  })
  async add(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Req() request: FastifyRequest,
  ): Promise<KindTemplatesList> {
    const { fields, file, isTooLarge } = await readUpload(request, {
      field: 'file',
      largest: LARGEST_TEMPLATE,
    });
    if (isTooLarge) throw new RequestError('body-too-large');
    const kind = writtenKinds.find((each) => each === fields['kind']);
    const note = fields['note']?.trim() ?? '';
    if (!file || !kind || note.length > LONGEST_TEMPLATE_NOTE) throw new RequestError('malformed-request');
    await this.keep.add(actor, code, { kind, note, ...file });
    return this.list(actor, code);
  }

  /** What templates of a kind may name, with examples. */
  @Get('fields')
  async fields(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() { kind }: TemplateKindQuery,
  ): Promise<TemplateFieldList> {
    const { fields } = await this.starter.fields(actor, code, kind);
    return { items: fields.map(presentField) };
  }

  /** A Word document in which every placeholder of a kind stands, to begin with. */
  @Get('starter')
  @AnswersFile(exportTypes.docx)
  async begin(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() { kind }: TemplateKindQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDownload(reply, await this.starter.document(actor, code, kind));
  }

  /** A version as it was uploaded, of the office or of its regional office. */
  @Get(':id/file')
  @AnswersFile(exportTypes.docx)
  async file(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDownload(reply, await this.keep.file(actor, code, id));
  }

  /** A version filled in with facts that might be. */
  @Get(':id/example')
  @AnswersFile(exportTypes.docx)
  async example(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDownload(reply, await this.keep.example(actor, code, id));
  }

  /** Writes letters with a version, the newest or a former one, from now on. */
  @Post(':id/use')
  @HttpCode(200)
  async use(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<KindTemplatesList> {
    await this.keep.use(actor, code, id);
    return this.list(actor, code);
  }

  /** Writes letters of a kind without the office's own template again. Its versions stay. */
  @Delete('current/:kind')
  @HttpCode(204)
  async retire(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('kind', new ParseEnumPipe(writtenKindCodes)) kind: LetterKind,
  ): Promise<void> {
    await this.keep.retire(actor, code, kind);
  }
}
