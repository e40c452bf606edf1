import { Body, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../platform/clock/clock.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { Forms, typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { NamedUnits } from '../../units/index.js';
import { unitChangeKinds } from '../domain/unit-change.js';
import { decidesChanges, writesChanges } from '../domain/unit-change-policies.js';
import { ChangeChoicesQuery } from '../queries/change-choices.js';
import { ListUnitChanges } from '../queries/list-unit-changes.js';
import type { TouchedVisit } from '../queries/touched-visits.js';
import { MakeUnitChange } from '../use-cases/make-unit-change.js';
import { atRows, ChangeForm, changeOf, readChange } from './change-form.js';
import { ChangeListPage } from './change-list-page.js';
import { CHANGES_PATH } from './change-parts.js';
import { KindsPage, NewChangePage } from './new-change-page.js';
import { seenIn } from './touched-card.js';

/** What becomes of units, as administrators write it down and Kanwil propose it. */
@PageController('pengelolaan/perubahan-upt')
@Allow(writesChanges)
export class UnitChangePages {
  constructor(
    private readonly forms: Forms,
    private readonly lists: ListUnitChanges,
    private readonly make: MakeUnitChange,
    private readonly names: NamedUnits,
    private readonly choices: ChangeChoicesQuery,
    private readonly clock: Clock,
  ) {}

  @Get()
  async list(
    @CurrentActor() actor: Actor,
    @Query() { limit, cursor }: PageQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const page = await this.lists.execute(actor, { limit, cursor });
    await html(reply, ChangeListPage({ actor, page, cursor }));
  }

  /** A link may say the kind (`macam`) and the unit (`upt`). */
  @Get('baru')
  async open(
    @CurrentActor() actor: Actor,
    @Query() query: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const unit = typed(query, 'upt');
    const kind = unitChangeKinds.find((each) => each === query['macam']);
    if (!kind) return html(reply, KindsPage({ actor, unit }));
    const { unit: known } = (await this.names.finder())(unit);
    await this.page(reply, actor, { kind, unit: known?.name ?? unit }, null);
  }

  @Post('baru')
  async save(
    @CurrentActor() actor: Actor,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const find = await this.names.finder();
    const taken = await this.forms.take(ChangeForm, readChange(sent), async (form) => {
      const change = changeOf(form, find);
      const seen = seenIn(form.seen ?? '');
      const visits = await this.make.preview(actor, change);
      if (visits.some(({ id }) => !seen.includes(id))) return { visits };
      return { id: await this.make.execute(actor, change, seen) };
    });
    if (taken.faults) return this.page(reply, actor, sent ?? {}, atRows(taken.faults));
    const { visits, id } = taken.result;
    if (visits) return this.page(reply, actor, sent ?? {}, null, visits);
    await seeOther(reply, `${CHANGES_PATH}/${id}?info=tersimpan`);
  }

  private async page(
    reply: FastifyReply,
    actor: Actor,
    sent: SentForm,
    faults: FormFaults | null,
    visits: readonly TouchedVisit[] = [],
  ): Promise<void> {
    const kind = unitChangeKinds.find((each) => each === sent['kind']) ?? 'closed';
    const office = decidesChanges(actor) ? null : actor.regionalOffice;
    // Those of the own region are offered; any other is found by its name.
    const all = await this.names.all();
    const units = all.filter(({ regionalOffice }) => regionalOffice === actor.regionalOffice);
    const choices = await this.choices.execute(office);
    const reader = { timeZone: actor.timeZone, now: this.clock.now() };
    await html(
      reply,
      NewChangePage({ actor, kind, units, choices, sent, faults, visits, reader }),
      faults?.status,
    );
  }
}
