import { Get, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { IsText, PageQuery } from '../../platform/http/fields.js';
import { html } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { PageParts } from '../../platform/pages/page-parts.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import type { Zone } from '../../platform/text/zones.js';
import { mayEdit } from '../domain/visit-policies.js';
import { visitStates, type VisitState } from '../domain/visit-states.js';
import { ListVisits } from '../queries/list-visits.js';
import { VisitHistory } from '../queries/visit-history.js';
import { ReadVisit } from '../use-cases/read-visit.js';
import { VisitListPage } from './visit-list-page.js';
import { VisitPage } from './visit-page.js';
import { linkedVisit } from './visit-slots.js';

class VisitsPageQuery extends PageQuery {
  /** An unknown state shows all: a form's empty choice is one. */
  @IsOptional()
  @IsText(40)
  state?: string;

  @IsOptional()
  @IsText(100)
  query?: string;
}

/** Visits as people read them. */
@PageController('kunjungan')
@Allow(signedIn)
export class VisitPages {
  constructor(
    private readonly list: ListVisits,
    private readonly read: ReadVisit,
    private readonly history: VisitHistory,
    private readonly parts: PageParts,
  ) {}

  @Get()
  async index(
    @CurrentActor() actor: Actor,
    @Query() { limit, cursor, query, state }: VisitsPageQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const known = visitStates.find((each) => each === state);
    const page = await this.list.execute(actor, { limit, cursor, query: query ?? undefined, state: known });
    await html(reply, VisitListPage({ actor, page, chosen: { state: known, query, cursor } }));
  }

  @Get(':id')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const readable = await this.read.execute(actor, id);
    const { visit } = readable;
    const editable = mayEdit(visit, actor);
    const facts = { timeZone: visit.timeZone as Zone, state: visit.state as VisitState, mayEdit: editable };
    const parts = await this.parts.render('visit', { actor, visitId: id, ...facts });
    const links = await this.parts.render('visit-links', {
      actor,
      visit: linkedVisit(visit),
      mayEdit: editable,
    });
    const history = await this.history.execute(id);
    await html(reply, VisitPage({ actor, readable, history, parts, links }));
  }
}
