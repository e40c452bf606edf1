import { Body, Get, Param, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readDocument } from '../../platform/http/upload.js';
import { filled, Forms, typed, type SentForm, type Taken } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { LARGEST_PICTURE } from '../../platform/pictures/picture-format.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { allows } from '../../platform/security/capabilities.js';
import { valuesIn } from '../../platform/text/field-description.js';
import { PaperError } from '../domain/error-codes.js';
import { officeFields } from '../domain/office-fields.js';
import { KeepOfficePapers } from '../use-cases/keep-office-papers.js';
import { OfficePapersForm, readPapers, SignerForm, termsOf } from './office-papers-forms.js';
import { OfficePapersPage } from './office-papers-page.js';

const notices: Readonly<Record<string, string>> = {
  disimpan: 'Setelan surat tersimpan. Surat yang sudah ada tidak berubah.',
  lambang: 'Lambang tersimpan.',
  'lambang-dihapus': 'Lambang dihapus.',
  penanda: 'Penanda tangan tersimpan.',
  'penanda-dihapus': 'Penanda tangan dihapus. Surat yang sudah ada tidak berubah.',
};

/** The picture comes outside the form's fields. */
class EmblemForm {
  @IsOptional()
  file?: string;
}

interface Request {
  actor: Actor;
  code: string;
  reply: FastifyReply;
}

const numbered = (sent: SentForm | undefined): SentForm => {
  const { version, ...rest } = filled(sent);
  return version === undefined ? rest : { ...rest, version: Number(version) };
};

/** Where an office's people say what stands on its papers, and who signs. */
@PageController('upt/:code/kop')
@Allow(allows('papers.keep'))
export class OfficePapersPages {
  constructor(
    private readonly forms: Forms,
    private readonly keep: KeepOfficePapers,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() { info }: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const notice = typeof info === 'string' ? notices[info] : undefined;
    await html(reply, OfficePapersPage({ actor, read: await this.keep.read(actor, code), notice }));
  }

  @Post()
  async save(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(OfficePapersForm, readPapers(sent), (form) =>
      this.keep.change(actor, code, form.version, valuesIn(officeFields, form)),
    );
    await this.answer({ actor, code, reply }, taken, { form: 'papers', sent, info: 'disimpan' });
  }

  @Get('lambang')
  async emblem(@CurrentActor() actor: Actor, @Param('code') code: string, @Res() reply: FastifyReply) {
    const content = await this.keep.openEmblem(actor, code);
    return reply.type('image/png').header('cache-control', 'no-store').send(content);
  }

  @Post('lambang')
  async putEmblem(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(EmblemForm, {}, async () => {
      const picture = await readDocument(request, LARGEST_PICTURE);
      if (!picture) throw new PaperError('emblem-unreadable');
      await this.keep.changeEmblem(actor, code, picture.content);
    });
    await this.answer({ actor, code, reply }, taken, { form: 'emblem', sent: {}, info: 'lambang' });
  }

  @Post('lambang/hapus')
  async removeEmblem(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.keep.changeEmblem(actor, code, null);
    await seeOther(reply, `/upt/${code}/kop?info=lambang-dihapus`);
  }

  @Post('penanda-tangan')
  async addSigner(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(SignerForm, numbered(sent), (form) =>
      this.keep.addSigner(actor, code, { ...termsOf(form), nip: form.nip ?? null }),
    );
    await this.answer({ actor, code, reply }, taken, { form: 'new', sent, info: 'penanda' });
  }

  @Post('penanda-tangan/:id')
  async changeSigner(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(SignerForm, numbered(sent), (form) =>
      this.keep.changeSigner(
        actor,
        code,
        { id, version: form.version ?? 0 },
        { ...termsOf(form), nip: form.nip },
      ),
    );
    await this.answer({ actor, code, reply }, taken, { form: id, sent, info: 'penanda' });
  }

  @Post('penanda-tangan/:id/hapus')
  async removeSigner(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.keep.removeSigner(actor, code, { id, version: Number(typed(sent, 'version')) });
    await seeOther(reply, `/upt/${code}/kop?info=penanda-dihapus`);
  }

  private async answer(
    { actor, code, reply }: Request,
    { faults }: Taken<unknown>,
    { form, sent = {}, info }: { form: string; sent: SentForm | undefined; info: string },
  ): Promise<void> {
    if (!faults) return seeOther(reply, `/upt/${code}/kop?info=${info}`);
    const read = await this.keep.read(actor, code);
    const standing = faults.isOutdated ? { page: OfficePapersPage({ actor, read }) } : null;
    const page = OfficePapersPage({ actor, read, refused: { form, sent, faults } });
    await html(reply, page, faults.status, standing);
  }
}
