import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { found, RequestError } from '../../platform/http/request-error.js';
import { Forms, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { allows } from '../../platform/security/capabilities.js';
import { mayChangeOffice } from '../domain/policies.js';
import { ListReference, type OfficeLine } from '../queries/list-reference.js';
import { ChangeRegionalOffice } from '../use-cases/change-regional-office.js';
import { OfficeForm } from './administration-forms.js';
import { OfficePage, OfficesPage } from './administration-office-page.js';
import { administrationNoticeOf } from './administration-words.js';

/** The settings of regional offices. */
@PageController('pengelolaan/kanwil')
@Allow(allows('offices.change'))
export class OfficePages {
  constructor(
    private readonly forms: Forms,
    private readonly lists: ListReference,
    private readonly change: ChangeRegionalOffice,
  ) {}

  @Get()
  @Allow(allows('reference.keep'))
  async list(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await html(reply, OfficesPage({ actor, offices: await this.lists.regionalOffices() }));
  }

  @Get(':code')
  async show(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() query: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const office = await this.changeable(actor, code);
    await html(
      reply,
      OfficePage({ actor, office, notice: administrationNoticeOf(query['info']), faults: null }),
    );
  }

  @Post(':code')
  async save(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const office = await this.changeable(actor, code);
    const taken = await this.forms.take(
      OfficeForm,
      sent,
      ({ version, name, shortName, email = null, ...ticks }) =>
        this.change.execute(actor, code, version, {
          name,
          shortName,
          email,
          approvesInside: ticks.approvesInside !== undefined,
          approvesAcross: ticks.approvesAcross !== undefined,
        }),
    );
    if (taken.faults) {
      const { faults } = taken;
      const standing = faults.isOutdated ? { page: OfficePage({ actor, office, faults: null }) } : null;
      return html(reply, OfficePage({ actor, office, sent, faults }), faults.status, standing);
    }
    await seeOther(reply, `/pengelolaan/kanwil/${code}?info=tersimpan`);
  }

  private async changeable(actor: Actor, code: string): Promise<OfficeLine> {
    const offices = await this.lists.regionalOffices();
    const office = found(offices.find((each) => each.code === code));
    if (!mayChangeOffice(code, actor)) throw new RequestError('not-allowed');
    return office;
  }
}
