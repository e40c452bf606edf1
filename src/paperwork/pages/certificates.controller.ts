import { Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Forms, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { KeepCertificates } from '../use-cases/keep-certificates.js';
import { CertificatesPage } from './certificates-page.js';
import { registerOf } from './letters-page.js';

const notices: Readonly<Record<string, string>> = {
  terbit: 'Piagam diterbitkan. Unduh naskahnya dari register surat.',
  dicabut: 'Piagam dicabut; kodenya kini menunjukkan bahwa piagam itu tidak berlaku.',
};

/** Certificates of a letter. */
@PageController('naskah/:id/piagam')
@Allow(signedIn)
export class CertificatesPages {
  constructor(
    private readonly forms: Forms,
    private readonly certificates: KeepCertificates,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { info }: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const notice = typeof info === 'string' ? notices[info] : undefined;
    await html(reply, await this.page(actor, id, { notice }));
  }

  @Post()
  async issue(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { faults } = await this.forms.press(() => this.certificates.issue(actor, id));
    if (!faults) return seeOther(reply, `/naskah/${id}/piagam?info=terbit`);
    await html(reply, await this.page(actor, id, { faults }), faults.status);
  }

  @Post(':code/cabut')
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('code') code: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.certificates.withdraw(actor, id, code);
    await seeOther(reply, `/naskah/${id}/piagam?info=dicabut`);
  }

  private async page(actor: Actor, id: string, shown: { notice?: string | undefined; faults?: FormFaults }) {
    const certificates = await this.certificates.of(actor, id);
    const back: [string, string] = [registerOf(certificates.letter), certificates.title];
    return CertificatesPage({ actor, ...certificates, back, ...shown });
  }
}
