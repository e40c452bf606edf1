import { Body, Get, Injectable, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { SentForm } from '../../platform/pages/forms.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { LetterForms } from './letter-forms.js';

/** A register of letters, whosever it is. */
@Injectable()
abstract class LetterPages {
  protected abstract readonly section: 'kunjungan' | 'perjalanan';

  constructor(private readonly forms: LetterForms) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { info }: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.show({ actor, section: this.section, id, reply }, info);
  }

  @Post()
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.add({ actor, section: this.section, id, sent, reply });
  }

  @Get(':letterId/unduh')
  async take(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('letterId', ParseUUIDPipe) letterId: string,
    @Query() { format }: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.takePaper({ actor, section: this.section, id, reply }, letterId, format);
  }

  @Post(':letterId')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('letterId', ParseUUIDPipe) letterId: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.change({ actor, section: this.section, id, sent, reply }, letterId);
  }

  @Post(':letterId/lampirkan')
  async attach(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('letterId', ParseUUIDPipe) letterId: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.attach({ actor, section: this.section, id, sent, reply }, letterId);
  }

  @Post(':letterId/kirim')
  async send(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('letterId', ParseUUIDPipe) letterId: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.send({ actor, section: this.section, id, sent, reply }, letterId);
  }

  @Post(':letterId/hapus')
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('letterId', ParseUUIDPipe) letterId: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.remove({ actor, section: this.section, id, sent, reply }, letterId);
  }

  @Post(':letterId/nip')
  async whole(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('letterId', ParseUUIDPipe) letterId: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.forms.showWhole({ actor, section: this.section, id, sent, reply }, letterId);
  }
}

/** The register of letters of a visit. */
@PageController('kunjungan/:id/surat')
@Allow(signedIn)
export class VisitLetterPages extends LetterPages {
  protected readonly section = 'kunjungan';
}

/** The register of letters of a trip. */
@PageController('perjalanan/:id/surat')
@Allow(signedIn)
export class TripLetterPages extends LetterPages {
  protected readonly section = 'perjalanan';
}
