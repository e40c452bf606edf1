import { Body, Get, Injectable, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { SentForm } from '../../platform/pages/forms.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { ResultsForms } from './results-forms.js';

/** What can be counted, and what is made, wherever it was seen. */
@Injectable()
abstract class ResultPages {
  protected abstract readonly section: 'kunjungan' | 'praktik-baik';

  constructor(private readonly forms: ResultsForms) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { info }: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.show({ actor, section: this.section, id, reply }, info);
  }

  @Post('hasil')
  async addResult(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.putResult({ actor, section: this.section, id, sent, reply }, null);
  }

  @Post('hasil/:rowId')
  async changeResult(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('rowId', ParseUUIDPipe) rowId: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.putResult({ actor, section: this.section, id, sent, reply }, rowId);
  }

  @Post('hasil/:rowId/hapus')
  async removeResult(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('rowId', ParseUUIDPipe) rowId: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.removeResult({ actor, section: this.section, id, sent, reply }, rowId);
  }

  @Post('produk')
  async addProduct(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.putProduct({ actor, section: this.section, id, sent, reply }, null);
  }

  @Post('produk/:rowId')
  async changeProduct(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('rowId', ParseUUIDPipe) rowId: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.putProduct({ actor, section: this.section, id, sent, reply }, rowId);
  }

  @Post('produk/:rowId/hapus')
  async removeProduct(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('rowId', ParseUUIDPipe) rowId: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.removeProduct({ actor, section: this.section, id, sent, reply }, rowId);
  }
}

/** What can be counted of a visit, and what is made there. */
@PageController('kunjungan/:id/hasil')
@Allow(signedIn)
export class VisitResultPages extends ResultPages {
  protected readonly section = 'kunjungan';
}

/** What can be counted of a practice, and what it makes. */
@PageController('praktik-baik/:id/hasil')
@Allow(signedIn)
export class NoteResultPages extends ResultPages {
  protected readonly section = 'praktik-baik';
}
