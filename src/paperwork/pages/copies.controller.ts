import { Body, Get, Injectable, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SentForm } from '../../platform/pages/forms.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { CopyForms } from './copy-forms.js';

/** Signed copies of letters, whosever register they stand in. */
@Injectable()
abstract class CopyPages {
  protected abstract readonly section: 'kunjungan' | 'perjalanan';

  constructor(private readonly copies: CopyForms) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('letterId', ParseUUIDPipe) letterId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.copies.open({ actor, section: this.section, id, reply }, letterId);
  }

  @Post()
  async put(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('letterId', ParseUUIDPipe) letterId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.copies.put({ actor, section: this.section, id, reply }, letterId, request);
  }

  @Post('hapus')
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('letterId', ParseUUIDPipe) letterId: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.copies.remove({ actor, section: this.section, id, sent, reply }, letterId);
  }
}

/** Signed copies of the letters of a visit. */
@PageController('kunjungan/:id/surat/:letterId/salinan')
@Allow(signedIn)
export class VisitCopyPages extends CopyPages {
  protected readonly section = 'kunjungan';
}

/** Signed copies of the letters of a trip. */
@PageController('perjalanan/:id/surat/:letterId/salinan')
@Allow(signedIn)
export class TripCopyPages extends CopyPages {
  protected readonly section = 'perjalanan';
}
