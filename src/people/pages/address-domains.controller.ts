import { Body, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Forms, type SentForm, type Taken } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { allows } from '../../platform/security/capabilities.js';
import { MoveDomain, type MovedBook } from '../use-cases/move-domain.js';
import { DomainForm } from './administration-forms.js';
import { AddressDomainsPage } from './address-domains-page.js';
import { peopleNoticeOf } from './people-words.js';

/** Moving all addresses of a domain. */
@PageController('pengelolaan/alamat')
@Allow(allows('people.manage-above'))
export class AddressDomainPages {
  constructor(
    private readonly forms: Forms,
    private readonly move: MoveDomain,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Query() query: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const notice = peopleNoticeOf(query['info']);
    await html(reply, AddressDomainsPage({ actor, sent: undefined, faults: null, preview: null, notice }));
  }

  /** Shows what would move; nothing is changed. */
  @Post()
  async preview(
    @CurrentActor() actor: Actor,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(DomainForm, sent, (domains) => this.move.preview(domains));
    await this.answer(reply, actor, sent, taken);
  }

  @Post('pindahkan')
  async execute(
    @CurrentActor() actor: Actor,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(DomainForm, sent, (domains) => this.move.execute(actor, domains));
    if (taken.faults) return this.answer(reply, actor, sent, taken);
    await seeOther(reply, '/pengelolaan/alamat?info=domain');
  }

  private async answer(
    reply: FastifyReply,
    actor: Actor,
    sent: SentForm | undefined,
    taken: Taken<MovedBook[]>,
  ): Promise<void> {
    const { faults } = taken;
    const preview = taken.faults === null ? taken.result : null;
    const page = AddressDomainsPage({ actor, sent, faults, preview, notice: undefined });
    await html(reply, page, faults?.status ?? 200);
  }
}
