import { Get, Param, ParseEnumPipe, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LARGEST_TEMPLATE } from '../../platform/documents/document-limits.js';
import { sendDownload } from '../../platform/http/download.js';
import { IsText } from '../../platform/http/fields.js';
import { RequestError } from '../../platform/http/request-error.js';
import { readUpload } from '../../platform/http/upload.js';
import { Forms, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { allows } from '../../platform/security/capabilities.js';
import { PaperError } from '../domain/error-codes.js';
import type { LetterKind } from '../domain/letter-kinds.js';
import { writtenKindCodes, writtenKinds } from '../domain/paper-kinds.js';
import { LONGEST_TEMPLATE_NOTE } from '../domain/template-limits.js';
import { KeepTemplates } from '../use-cases/keep-templates.js';
import { ReadStarter } from '../use-cases/read-starter.js';
import { TemplateFieldsPage } from './template-fields-page.js';
import { TemplatesPage } from './templates-page.js';

const notices: Readonly<Record<string, string>> = {
  disimpan: 'Templat tersimpan dan berlaku mulai sekarang. Surat yang sudah terkirim tidak berubah.',
  dipakai: 'Versi itu berlaku mulai sekarang.',
  dihentikan: 'Templat dihentikan. Versinya tetap tersimpan.',
};

/** The file comes outside the form's fields. */
class TemplateForm {
  @IsIn(writtenKinds)
  kind: LetterKind;

  @IsOptional()
  @IsText(LONGEST_TEMPLATE_NOTE)
  note?: string;
}

class KindQuery {
  @IsOptional()
  @IsIn(writtenKinds)
  naskah?: LetterKind;
}

/** Where an office's people keep the templates of its letters. */
@PageController('upt/:code/kop/templat')
@Allow(allows('papers.keep'))
export class TemplatePages {
  constructor(
    private readonly forms: Forms,
    private readonly keep: KeepTemplates,
    private readonly starter: ReadStarter,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() { info }: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const notice = typeof info === 'string' ? notices[info] : undefined;
    await html(reply, TemplatesPage({ actor, read: await this.keep.read(actor, code), notice }));
  }

  @Post()
  async upload(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { fields, file, isTooLarge } = await readUpload(request, {
      field: 'file',
      largest: LARGEST_TEMPLATE,
    });
    const sent = { kind: fields['kind'], ...(fields['note'] && { note: fields['note'] }) };
    const taken = await this.forms.take(TemplateForm, sent, ({ kind, note = '' }) => {
      if (isTooLarge || !file) throw new PaperError('template-unreadable');
      return this.keep.add(actor, code, { kind, note, ...file });
    });
    if (!taken.faults) return seeOther(reply, `/upt/${code}/kop/templat?info=disimpan`);
    const read = await this.keep.read(actor, code);
    await html(
      reply,
      TemplatesPage({ actor, read, refused: { sent, faults: taken.faults } }),
      taken.faults.status,
    );
  }

  /** All placeholders and lists of a kind. */
  @Get('isian')
  async fields(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() { naskah }: KindQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const kind = kindOr(naskah);
    const { office, fields } = await this.starter.fields(actor, code, kind);
    await html(reply, TemplateFieldsPage({ actor, office, kind, kinds: writtenKinds, fields }));
  }

  @Get('awal')
  async begin(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() { naskah }: KindQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDownload(reply, await this.starter.document(actor, code, kindOr(naskah)));
  }

  @Get(':id/berkas')
  async file(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDownload(reply, await this.keep.file(actor, code, id));
  }

  @Get(':id/contoh')
  async example(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDownload(reply, await this.keep.example(actor, code, id));
  }

  @Post(':id/pakai')
  async use(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.keep.use(actor, code, id);
    await seeOther(reply, `/upt/${code}/kop/templat?info=dipakai`);
  }

  @Post('naskah/:kind/hentikan')
  async retire(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('kind', new ParseEnumPipe(writtenKindCodes)) kind: LetterKind,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.keep.retire(actor, code, kind);
    await seeOther(reply, `/upt/${code}/kop/templat?info=dihentikan`);
  }
}

/** The kind that is asked for, or the first that has templates. */
function kindOr(asked: LetterKind | undefined): LetterKind {
  const kind = asked ?? writtenKinds[0];
  if (kind === undefined) throw new RequestError('not-found');
  return kind;
}
