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
import { VisitError } from '../../visits/index.js';
import { KeepEvidence } from '../use-cases/keep-evidence.js';
import { ShowFollowUp } from './show-follow-up.js';

/** The file comes outside the form's fields. */
class UploadForm {
  @IsOptional()
  file?: string;
}

/** Documents that show what was done: sent, read and removed by forms. */
@PageController('tindak-lanjut/:id/berkas')
@Allow(signedIn)
export class EvidencePages {
  constructor(
    private readonly forms: Forms,
    private readonly uploads: FileUploads,
    private readonly evidence: KeepEvidence,
    private readonly view: ShowFollowUp,
  ) {}

  @Post()
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { faults } = await this.forms.take(UploadForm, {}, () =>
      this.uploads.with(request, async ({ files: [given], isTooLarge }) => {
        if (isTooLarge) throw new RequestError('body-too-large');
        if (!given) throw new VisitError('file-kind-unknown');
        await this.evidence.add(actor, id, given);
      }),
    );
    if (!faults) return seeOther(reply, `/tindak-lanjut/${id}`);
    const refused = { form: 'berkas', sent: undefined, faults };
    await html(reply, await this.view.page(actor, id, refused), faults.status);
  }

  /** The document as a download, never shown inside the site. */
  @Get(':fileId')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('fileId', ParseUUIDPipe) fileId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDownload(reply, await this.evidence.open(actor, id, fileId));
  }

  @Post(':fileId/hapus')
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('fileId', ParseUUIDPipe) fileId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.evidence.remove(actor, id, fileId);
    await seeOther(reply, `/tindak-lanjut/${id}`);
  }
}
