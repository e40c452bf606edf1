import { Get, Param, Query, Res } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { IsText } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { html } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import type { SentForm } from '../../platform/pages/forms.js';
import { ListUnits } from '../queries/list-units.js';
import { UnitChoices } from '../queries/unit-choices.js';
import { UnitListPage } from './unit-list-page.js';
import { UnitView } from './unit-view.js';

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
}

/** Units as people read them. */
@PageController('upt')
@Allow(signedIn)
export class UnitPages {
  constructor(
    private readonly list: ListUnits,
    private readonly choices: UnitChoices,
    private readonly view: UnitView,
  ) {}

  @Get()
  async index(
    @CurrentActor() actor: Actor,
    @Query() asked: UnitsPageQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { limit, cursor } = asked;
    const choices = await this.choices.execute(actor.unit);
    const chosen = {
      cari: asked.cari || undefined,
      jenis: choices.types.find(({ code }) => code === asked.jenis)?.code,
      kanwil: choices.offices.find(({ code }) => code === asked.kanwil)?.code,
    };
    const page = await this.list.execute({
      query: chosen.cari,
      type: chosen.jenis,
      regionalOffice: chosen.kanwil,
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
    const notice = info === 'disimpan' ? 'Perubahan tersimpan.' : undefined;
    await html(reply, await this.view.page(actor, code, minggu, notice));
  }
}
