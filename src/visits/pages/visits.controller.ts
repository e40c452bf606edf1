import { Get, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../platform/clock/clock.js';
import { sendDownload } from '../../platform/http/download.js';
import { exportOf } from '../../platform/http/export.dto.js';
import { IsText } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { html } from '../../platform/pages/html.js';
import type { SentForm } from '../../platform/pages/forms.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { askedCalendar, assertRead } from '../../platform/pages/typed-calendar-fields.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { localDate } from '../../platform/text/dates.js';
import { periodEnd, periodStart } from '../../platform/text/period.js';
import { UnitFacts, type UnitFact } from '../../units/index.js';
import { visitStates } from '../domain/visit-states.js';
import type { VisitFilter } from '../queries/list-visits.js';
import { ProgramChoices, type ProgramChoice } from '../queries/program-choices.js';
import { ExportVisits } from '../use-cases/export-visits.js';
import { ReadVisitList } from '../use-cases/read-visit-list.js';
import { visitNotices } from './step-words.js';
import { tabOf, type AskedPeriod, type ListChoice, type ListTab } from './visit-list-tabs.js';
import { VisitListPage } from './visit-list-page.js';
import { ShowVisit } from './show-visit.js';

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
  @IsText(60)
  from?: string;

  @IsOptional()
  @IsText(60)
  to?: string;

  @IsOptional()
  @IsText(100)
  query?: string;
}

class VisitsExportQuery extends exportOf(VisitsPageQuery) {}

/** What an address asks for: what its page says of it, and the filter. */
interface AskedVisits {
  now: Date;
  tab: ListTab;
  chosen: ListChoice;
  period: AskedPeriod;
  programs: readonly ProgramChoice[];
  unit: UnitFact | null;
  filter: Omit<VisitFilter, 'limit' | 'cursor'>;
}

/** Visits as people read them. */
@PageController('kunjungan')
@Allow(signedIn)
export class VisitPages {
  constructor(
    private readonly clock: Clock,
    private readonly list: ReadVisitList,
    private readonly programs: ProgramChoices,
    private readonly units: UnitFacts,
    private readonly view: ShowVisit,
    private readonly exports: ExportVisits,
  ) {}

  @Get()
  async index(
    @CurrentActor() actor: Actor,
    @Query() asked: VisitsPageQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { filter, ...view } = await this.asked(actor, asked);
    const { limit, cursor } = asked;
    const list = await this.list.execute(actor, { ...filter, limit, cursor });
    const chosen = { ...view.chosen, cursor };
    await html(reply, VisitListPage({ actor, ...list, ...view, chosen }));
  }

  /** All visits that the list shows under these filters, as a file. */
  @Get('unduh')
  async download(
    @CurrentActor() actor: Actor,
    @Query() { format, ...asked }: VisitsExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { filter, period } = await this.asked(actor, asked);
    assertRead({ ...period });
    await sendDownload(reply, await this.exports.execute(actor, filter, format));
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

  private async asked(actor: Actor, asked: Partial<VisitsPageQuery>): Promise<AskedVisits> {
    const programs = await this.programs.offered([asked.program ?? '']);
    const unit = asked.upt ? await this.units.byCode(asked.upt) : null;
    const now = this.clock.now();
    const today = localDate(now, actor.timeZone);
    const period = {
      from: askedCalendar('date', asked.from, today),
      to: askedCalendar('date', asked.to, today),
    };
    const chosen: ListChoice = {
      state: visitStates.find((each) => each === asked.state),
      program: programs.find(({ code }) => code === asked.program)?.code,
      upt: unit?.code,
      query: asked.query || undefined,
      from: period.from.value,
      to: period.to.value,
    };
    const tab = tabOf(asked.tab, Object.values({ ...chosen, cursor: asked.cursor }).some(Boolean));
    const { from, to, upt, ...rest } = chosen;
    const filter = {
      ...rest,
      unit: upt,
      ...tab.filter(now, actor),
      ...(from && { from: periodStart(from, actor.timeZone) }),
      ...(to && { to: periodEnd(to, actor.timeZone) }),
    };
    return { now, tab, chosen, period, programs, unit, filter };
  }
}
