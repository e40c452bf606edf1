import { Body, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { sendDownload } from '../../platform/http/download.js';
import { Forms, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { html } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { SessionCookie } from '../../platform/security/session-cookie.js';
import { BeginErasure } from '../use-cases/begin-erasure.js';
import { KnownPeople } from '../use-cases/known-people.js';
import { ReadCopy } from '../use-cases/read-copy.js';
import { writeCopy, type CopyFormat } from '../use-cases/write-copy.js';
import { AgreedForm } from './agreed-form.js';
import { ErasedPage, OwnDataPage } from './own-data-page.js';

/** What somebody with an account asks for of the own data. */
@PageController('akun')
@Allow(signedIn)
export class OwnDataPages {
  constructor(
    private readonly forms: Forms,
    private readonly cookie: SessionCookie,
    private readonly known: KnownPeople,
    private readonly copies: ReadCopy,
    private readonly erasure: BeginErasure,
  ) {}

  @Get('data-saya')
  async show(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await this.page(reply, actor, null);
  }

  @Get('data-saya.json')
  async json(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await this.copy(reply, actor, 'json');
  }

  @Get('data-saya.pdf')
  async pdf(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await this.copy(reply, actor, 'pdf');
  }

  @Post('data-saya/hapus')
  async erase(
    @CurrentActor() actor: Actor,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(AgreedForm, sent, async () => {
      const { rows } = await this.known.byAccount(actor.personId);
      await this.erasure.execute(rows, { ground: 'account' });
    });
    if (taken.faults) return this.page(reply, actor, taken.faults);
    this.cookie.clear(reply);
    await html(reply, ErasedPage());
  }

  private async page(reply: FastifyReply, actor: Actor, faults: FormFaults | null): Promise<void> {
    const { standing } = await this.known.byAccount(actor.personId);
    await html(reply, OwnDataPage({ actor, standing, faults }), faults?.status);
  }

  private async copy(reply: FastifyReply, actor: Actor, format: CopyFormat): Promise<void> {
    const { person, rows } = await this.known.byAccount(actor.personId);
    const copy = await this.copies.execute(person.name, rows);
    await sendDownload(
      reply.header('cache-control', 'no-store'),
      await writeCopy(copy, format, actor.timeZone),
    );
  }
}
