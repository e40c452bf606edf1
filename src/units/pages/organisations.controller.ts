import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { IsText } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { found } from '../../platform/http/request-error.js';
import { Forms, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { allows } from '../../platform/security/capabilities.js';
import { valuesIn } from '../../platform/text/field-description.js';
import { organisationFields } from '../domain/organisation-fields.js';
import { kindsWith } from '../domain/organisation-kinds.js';
import { ListUnits } from '../queries/list-units.js';
import { Organisations, type OrganisationFact } from '../queries/organisations.js';
import { KeepOrganisations } from '../use-cases/keep-organisations.js';
import { administrationNoticeOf } from './administration-words.js';
import { OrganisationForm, readOrganisation } from './organisation-form.js';
import { OrganisationEditPage } from './organisation-edit-page.js';
import { OrganisationsPage } from './organisations-page.js';

const PATH = '/pengelolaan/organisasi';

class OrganisationsQuery extends PageQuery {
  @IsOptional()
  @IsText(100)
  cari?: string;

  @IsOptional()
  @IsText(20)
  jenis?: string;

  @IsOptional()
  @IsText(20)
  info?: string;
}

/** Directorates and outside partners, as the administrator keeps them. */
@PageController('pengelolaan/organisasi')
@Allow(allows('reference.keep'))
export class OrganisationPages {
  constructor(
    private readonly forms: Forms,
    private readonly list: ListUnits,
    private readonly organisations: Organisations,
    private readonly keep: KeepOrganisations,
  ) {}

  @Get()
  async index(
    @CurrentActor() actor: Actor,
    @Query() { cari, jenis, info, limit, cursor }: OrganisationsQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const kept = kindsWith('isKept');
    const kind = kept.find((each) => each === jenis);
    const chosen = { cari: cari || undefined, jenis: kind, cursor };
    const page = await this.list.execute({
      query: chosen.cari,
      kinds: kind ? [kind] : kept,
      withClosed: true,
      limit,
      cursor,
    });
    await html(reply, OrganisationsPage({ actor, page, chosen, notice: administrationNoticeOf(info) }));
  }

  @Get('baru')
  async blank(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await html(reply, OrganisationEditPage({ actor, organisation: null, sent: undefined, faults: null }));
  }

  @Post('baru')
  async add(
    @CurrentActor() actor: Actor,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(OrganisationForm, readOrganisation(sent), (form) => {
      const { kind = 'partner', timeZone, name, place = '', aliases = [] } = form;
      const { email = null, phone = null, address = null } = form;
      return this.keep.add(actor, { kind, timeZone, name, place, aliases, email, phone, address });
    });
    if (!taken.faults) return seeOther(reply, `${PATH}/${taken.result}?info=tersimpan`);
    const { faults } = taken;
    await html(reply, OrganisationEditPage({ actor, organisation: null, sent, faults }), faults.status);
  }

  @Get(':code')
  async show(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() { info }: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const current = await this.organisations.currentCode(code);
    if (current !== code) return seeOther(reply, `${PATH}/${current}`);
    const organisation = await this.kept(code);
    const notice = administrationNoticeOf(info);
    await html(reply, OrganisationEditPage({ actor, organisation, sent: undefined, faults: null, notice }));
  }

  @Post(':code')
  async save(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const organisation = await this.kept(code);
    const taken = await this.forms.take(OrganisationForm, readOrganisation(sent), (form) =>
      this.keep.change(actor, code, form.version ?? 0, {
        ...valuesIn(organisationFields, form),
        timeZone: form.timeZone,
      }),
    );
    if (!taken.faults) return seeOther(reply, `${PATH}/${code}?info=tersimpan`);
    const { faults } = taken;
    const standing = faults.isOutdated
      ? { page: OrganisationEditPage({ actor, organisation, sent: undefined, faults: null }) }
      : null;
    const page = OrganisationEditPage({ actor, organisation, sent, faults });
    await html(reply, page, faults.status, standing);
  }

  /** @throws RequestError `not-found` for what is no directorate and no partner */
  private async kept(code: string): Promise<OrganisationFact> {
    const organisation = await this.organisations.byCode(code);
    const isKept = organisation && kindsWith('isKept').includes(organisation.kind);
    return found(isKept ? organisation : null);
  }
}
