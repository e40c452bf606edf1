import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { IsText } from '../../platform/http/fields.js';
import { found } from '../../platform/http/request-error.js';
import { Forms, typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { allows } from '../../platform/security/capabilities.js';
import { ListUnits } from '../queries/list-units.js';
import { Organisations } from '../queries/organisations.js';
import { MergePartners } from '../use-cases/merge-partners.js';
import { MergeForm } from './organisation-form.js';
import { OrganisationMergePage } from './organisation-merge-page.js';

/** How many partners are offered to choose from. */
const MOST_CHOICES = 20;

class MergePageQuery {
  /** Words to look for among the others. */
  @IsOptional()
  @IsText(100)
  cari?: string;

  /** Code of the one that was chosen. */
  @IsOptional()
  @IsText(80)
  ke?: string;
}

interface Shown {
  words: string;
  /** Code of the partner to put it together with; empty while none is chosen. */
  into: string;
  sent?: SentForm | undefined;
  faults?: FormFaults | null;
}

/** Where two entries of one outside partner are put together: first what that moves, then in one step. */
@PageController('pengelolaan/organisasi/:code/gabung')
@Allow(allows('reference.keep'))
export class OrganisationMergePages {
  constructor(
    private readonly forms: Forms,
    private readonly list: ListUnits,
    private readonly organisations: Organisations,
    private readonly merging: MergePartners,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() { cari = '', ke = '' }: MergePageQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.page(reply, actor, code, { words: cari, into: ke });
  }

  @Post()
  async merge(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(MergeForm, sent, ({ into, version }) =>
      this.merging.execute(actor, code, into, version),
    );
    const into = typed(sent, 'into');
    if (!taken.faults) return seeOther(reply, `/pengelolaan/organisasi/${into}?info=digabung`);
    await this.page(reply, actor, code, { words: '', into, sent, faults: taken.faults });
  }

  /** @throws RequestError `not-found` for what is no partner */
  private async page(reply: FastifyReply, actor: Actor, code: string, shown: Shown): Promise<void> {
    const row = await this.organisations.byCode(code);
    const partner = found(row?.kind === 'partner' ? row : null);
    const { items } = await this.list.execute({
      query: shown.words || undefined,
      kinds: ['partner'],
      limit: MOST_CHOICES,
    });
    const choices = items.filter((each) => each.code !== code);
    const chosen = shown.into === code ? null : await this.organisations.byCode(shown.into);
    const preview = chosen?.kind === 'partner' ? await this.merging.preview(actor, code, chosen.code) : null;
    const { words, faults = null } = shown;
    const page = OrganisationMergePage({ actor, partner, words, choices, preview, faults });
    const standing = faults?.isOutdated
      ? { page: OrganisationMergePage({ actor, partner, words, choices, preview, faults: null }) }
      : null;
    await html(reply, page, faults?.status ?? 200, standing);
  }
}
