import { Body, Get, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { sendDownload } from '../../platform/http/download.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import { Forms, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { asPersonal } from '../../platform/pages/as-personal.js';
import { html } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Public } from '../../platform/security/access.js';
import { NATIONAL_ZONE } from '../../platform/text/zones.js';
import { ParticipantLinks } from '../../visits/index.js';
import { FindKnown } from '../queries/find-known.js';
import { BeginErasure } from '../use-cases/begin-erasure.js';
import { KnownPeople, type Known } from '../use-cases/known-people.js';
import { ReadCopy } from '../use-cases/read-copy.js';
import { writeCopy, type CopyFormat } from '../use-cases/write-copy.js';
import { AgreedForm } from './agreed-form.js';
import { ErasedPage, ParticipantDataPage } from './own-data-page.js';

interface Linked {
  known: Known;
  /** Whoever wrote a message knows its link, too: it proves no address. */
  byMessage: boolean;
  hasAccount: boolean;
}

/** What a participant without an account asks for of the own data, by the own link. */
@PageController('jawab/:token/data-saya')
@Public('the address is the secret, and participants need no account')
export class ParticipantDataPages {
  constructor(
    private readonly forms: Forms,
    private readonly links: ParticipantLinks,
    private readonly known: KnownPeople,
    private readonly accounts: FindKnown,
    private readonly copies: ReadCopy,
    private readonly erasure: BeginErasure,
  ) {}

  @Get()
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await this.page(reply, token, null);
  }

  @Get('salinan.json')
  async json(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await this.copy(reply, token, 'json');
  }

  @Get('salinan.pdf')
  async pdf(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await this.copy(reply, token, 'pdf');
  }

  @Post('hapus')
  async erase(
    @Param('token') token: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { known, hasAccount } = await this.open(token);
    if (hasAccount) throw new RequestError('not-allowed');
    const taken = await this.forms.take(AgreedForm, sent, () =>
      this.erasure.execute(known.rows, { ground: 'link' }),
    );
    if (taken.faults) return this.page(reply, token, taken.faults);
    await html(asPersonal(reply), ErasedPage());
  }

  private async open(token: string): Promise<Linked> {
    const { participantId, byMessage } = found(await this.links.open(token));
    const known = await this.known.byParticipant(participantId, !byMessage);
    const { email } = known.person;
    return { known, byMessage, hasAccount: email !== null && (await this.accounts.hasAccount(email)) };
  }

  private async page(reply: FastifyReply, token: string, faults: FormFaults | null): Promise<void> {
    const { known, byMessage, hasAccount } = await this.open(token);
    const base = `/jawab/${encodeURIComponent(token)}`;
    const { standing } = known;
    const view = ParticipantDataPage({ base, standing, hasAccount, isForOneVisit: byMessage, faults });
    await html(asPersonal(reply), view, faults?.status);
  }

  private async copy(reply: FastifyReply, token: string, format: CopyFormat): Promise<void> {
    const { known, byMessage } = await this.open(token);
    const copy = await this.copies.execute(known.person.name, known.rows);
    // What was said of a visit is not for whoever knows the link of a message.
    const tables = byMessage ? copy.tables.filter(({ name }) => !name.startsWith('feedback')) : copy.tables;
    await sendDownload(asPersonal(reply), await writeCopy({ ...copy, tables }, format, NATIONAL_ZONE));
  }
}
