import { Get, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../platform/clock/clock.js';
import { IsText } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { html } from '../../platform/pages/html.js';
import type { SentForm } from '../../platform/pages/forms.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { isDateInRange } from '../../platform/text/date-range.js';
import { periodEnd, periodStart } from '../../platform/text/period.js';
import { UnitFacts } from '../../units/index.js';
import { visitStates } from '../domain/visit-states.js';
import { ListVisits } from '../queries/list-visits.js';
import { ProgramChoices } from '../queries/program-choices.js';
import { visitNotices } from './step-words.js';
import { tabOf, type ListChoice } from './visit-list-tabs.js';
import { VisitListPage } from './visit-list-page.js';
import { VisitView } from './visit-view.js';

/** What the list is asked for. What no choice has shows all: a form's empty choice is one. */
class VisitsPageQuery extends PageQuery {
  @IsOptional()
  @IsText(20)
  tab?: string;

  @IsOptional()
  @IsText(40)
  state?: string;

  @IsOptional()
  @IsText(80)
  program?: string;

  @IsOptional()
  @IsText(80)
  upt?: string;

  @IsOptional()
  @IsText(40)
  from?: string;

  @IsOptional()
  @IsText(40)
  to?: string;

  @IsOptional()
  @IsText(100)
  query?: string;
}

const date = (text: string | undefined): string | undefined => (isDateInRange(text) ? text : undefined);

/** Visits as people read them. */
@PageController('kunjungan')
@Allow(signedIn)
export class VisitPages {
  constructor(
    private readonly clock: Clock,
    private readonly list: ListVisits,
    private readonly programs: ProgramChoices,
    private readonly units: UnitFacts,
    private readonly view: VisitView,
  ) {}

  @Get()
  async index(
    @CurrentActor() actor: Actor,
    @Query() asked: VisitsPageQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const programs = await this.programs.offered([asked.program ?? '']);
    const unit = asked.upt ? await this.units.byCode(asked.upt) : null;
    const chosen: ListChoice = {
      state: visitStates.find((each) => each === asked.state),
      program: programs.find(({ code }) => code === asked.program)?.code,
      upt: unit?.code,
      query: asked.query || undefined,
      from: date(asked.from),
      to: date(asked.to),
      cursor: asked.cursor,
    };
    const now = this.clock.now();
    const tab = tabOf(asked.tab, Object.values(chosen).some(Boolean));
    const { from, to, upt, ...filter } = chosen;
    const page = await this.list.execute(actor, {
      ...filter,
      unit: upt,
      ...tab.filter(now),
      ...(from && { from: periodStart(from, actor.timeZone) }),
      ...(to && { to: periodEnd(to, actor.timeZone) }),
      limit: asked.limit,
    });
    await html(reply, VisitListPage({ actor, now, page, tab, chosen, unit, programs }));
  }

  @Get(':id')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { info }: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const notice = Object.entries(visitNotices).find(([name]) => name === info)?.[1];
    await html(reply, await this.view.page(actor, id, { notice }));
  }
}
