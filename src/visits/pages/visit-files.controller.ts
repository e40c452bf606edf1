import { Get, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendDownload } from '../../platform/http/download.js';
import { FileUploads } from '../../platform/http/file-upload.js';
import { RequestError } from '../../platform/http/request-error.js';
import { Forms } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { VisitError } from '../domain/error-codes.js';
import { KeepFiles } from '../use-cases/keep-files.js';
import { ShowVisit } from './show-visit.js';

/** The file comes outside the form's fields. */
class UploadForm {
  @IsOptional()
  file?: string;
}

/** Documents of a visit: sent, read and removed by forms. */
@PageController('kunjungan/:id/berkas')
@Allow(signedIn)
export class VisitFilePages {
  constructor(
    private readonly forms: Forms,
    private readonly uploads: FileUploads,
    private readonly files: KeepFiles,
    private readonly view: ShowVisit,
  ) {}

  @Post()
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(UploadForm, {}, () =>
      this.uploads.with(request, async ({ files: [given], isTooLarge }) => {
        if (isTooLarge) throw new RequestError('body-too-large');
        if (!given) throw new VisitError('file-kind-unknown');
        await this.files.add(actor, id, given);
      }),
    );
    if (taken.faults) {
      const { faults } = taken;
      return html(reply, await this.view.page(actor, id, { fileFaults: faults }), faults.status);
    }
    await seeOther(reply, `/kunjungan/${id}?info=berkas`);
  }

  /** The document as a download, never shown inside the site. */
  @Get(':fileId')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('fileId', ParseUUIDPipe) fileId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDownload(reply, await this.files.open(actor, id, fileId));
  }

  @Post(':fileId/hapus')
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('fileId', ParseUUIDPipe) fileId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.files.remove(actor, id, fileId);
    await seeOther(reply, `/kunjungan/${id}?info=berkas-dihapus`);
  }
}
