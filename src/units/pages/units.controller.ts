import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import { IsInt, IsOptional, Min } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { IsText } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { Forms, typed, type SentForm } from '../../platform/pages/forms.js';
import { kindsWith, type OrganisationKind } from '../domain/organisation-kinds.js';
import { changesUnits } from '../domain/policies.js';
import { ListUnits } from '../queries/list-units.js';
import { UnitChoices, type UnitChoicesFact } from '../queries/unit-choices.js';
import { usageAsked, usageOptions } from '../domain/usage-words.js';
import { ConfirmPosition } from '../use-cases/confirm-position.js';
import { EVERYWHERE, UnitListPage } from './unit-list-page.js';
import { ShowUnit } from './show-unit.js';
import { organisationOf } from '../../platform/security/capabilities.js';

/** What the list is asked for; what no choice has shows all. */
class UnitsPageQuery extends PageQuery {
  @IsOptional()
  @IsText(100)
  cari?: string;

  @IsOptional()
  @IsText(80)
  jenis?: string;

  @IsOptional()
  @IsText(80)
  kanwil?: string;

  @IsOptional()
  @IsText(10)
  pakai?: string;
}

const hostKinds = kindsWith('mayHost');

/** A kind of those that receive guests, where the list is asked for it. */
const hostKindOf = (asked: string | undefined): OrganisationKind | undefined =>
  hostKinds.find((kind) => kind === asked);

/** The office whose units are listed: the own one until something is asked for. */
function officeOf(asked: UnitsPageQuery, { offices }: UnitChoicesFact, actor: Actor): string {
  const { kanwil, cari, jenis, pakai, cursor } = asked;
  const isAsked = [kanwil, cari, jenis, pakai, cursor].some((each) => each !== undefined);
  const wanted = isAsked ? kanwil : actor.regionalOffice;
  return offices.find(({ code }) => code === wanted)?.code ?? EVERYWHERE;
}

/** A kind or a type that was chosen; what is looked for by its name may be of any kind. */
function kindsListed({ cari, jenis }: { cari: string | undefined; jenis: string | undefined }) {
  const kind = hostKindOf(jenis);
  if (kind) return { kinds: [kind] };
  return { type: jenis, kinds: cari !== undefined && jenis === undefined ? hostKinds : undefined };
}

/** The position that was looked at, by the version that was shown. */
class PositionForm {
  @IsInt()
  @Min(1)
  version: number;
}

const readVersion = (sent: SentForm = {}): SentForm => ({ ...sent, version: Number(typed(sent, 'version')) });

const notices: Readonly<Record<string, string | undefined>> = {
  disimpan: 'Perubahan tersimpan.',
  dipastikan: 'Letak sudah dipastikan.',
};

/** Units as people read them. */
@PageController('upt')
@Allow(signedIn)
export class UnitPages {
  constructor(
    private readonly list: ListUnits,
    private readonly choices: UnitChoices,
    private readonly view: ShowUnit,
    private readonly forms: Forms,
    private readonly position: ConfirmPosition,
  ) {}

  @Get()
  async index(
    @CurrentActor() actor: Actor,
    @Query() asked: UnitsPageQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { limit, cursor } = asked;
    const choices = await this.choices.execute(organisationOf(actor));
    const chosen = {
      cari: asked.cari || undefined,
      jenis: choices.types.find(({ code }) => code === asked.jenis)?.code ?? hostKindOf(asked.jenis),
      kanwil: officeOf(asked, choices, actor),
      pakai: usageOptions.find(({ value }) => value === asked.pakai)?.value,
    };
    const page = await this.list.execute({
      query: chosen.cari,
      // What is looked for by its name is found whatever became of it.
      withClosed: chosen.cari !== undefined,
      ...kindsListed(chosen),
      usesSambang: usageAsked(chosen.pakai),
      // A directorate lies in no region.
      regionalOffice:
        chosen.kanwil === EVERYWHERE || chosen.jenis === 'directorate' ? undefined : chosen.kanwil,
      limit,
      cursor,
    });
    await html(reply, UnitListPage({ actor, page, choices, chosen, cursor }));
  }

  @Get(':code')
  async show(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() { minggu, info }: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const notice = notices[String(info)];
    await html(reply, await this.view.page(actor, code, minggu, { notice }));
  }

  /** Confirms the position that the page showed beside the link to a map. */
  @Post(':code/letak')
  @Allow(changesUnits)
  async confirm(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(PositionForm, readVersion(sent), ({ version }) =>
      this.position.execute(actor, code, version),
    );
    if (!taken.faults) return seeOther(reply, `/upt/${code}?info=dipastikan`);
    const { faults } = taken;
    const page = await this.view.page(actor, code, undefined, { notice: undefined, faults });
    const standing = faults.isOutdated
      ? { page: await this.view.page(actor, code, undefined, { notice: undefined }) }
      : null;
    await html(reply, page, faults.status, standing);
  }
}
