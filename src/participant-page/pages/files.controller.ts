import { Get, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { asPersonal } from '../../platform/pages/as-personal.js';
import { sendDownload } from '../../platform/http/download.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Public } from '../../platform/security/access.js';
import { OpenSummaryFile } from '../use-cases/open-summary-file.js';

/** Documents that a published summary names, for those it was mailed to. */
@PageController('jawab/:token/berkas')
@Public('the address is the secret, and participants need no account')
export class ParticipantFilePages {
  constructor(private readonly files: OpenSummaryFile) {}

  @Get(':id')
  async show(
    @Param('token') token: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDownload(asPersonal(reply), await this.files.execute(token, id));
  }
}

/** Photos that a published summary shows, for the same. */
@PageController('jawab/:token/foto')
@Public('the address is the secret, and participants need no account')
export class ParticipantPhotoPages {
  constructor(private readonly files: OpenSummaryFile) {}

  @Get(':id')
  async photo(
    @Param('token') token: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const content = await this.files.photo(token, id, 'photo');
    await asPersonal(reply).type('image/webp').send(content);
  }

  @Get(':id/kecil')
  async thumbnail(
    @Param('token') token: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const content = await this.files.photo(token, id, 'thumbnail');
    await asPersonal(reply).type('image/webp').send(content);
  }
}
