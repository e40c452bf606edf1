import { Body, Get, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RequestError } from '../../platform/http/request-error.js';
import { ProblemCatalog } from '../../platform/errors/problem-catalog.js';
import { Forms, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther, type Standing } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { isLetter, type GivenDetails } from '../domain/visit-fields.js';
import { mayRecord, recordsOnly } from '../domain/visit-policies.js';
import { ProgramChoices } from '../queries/program-choices.js';
import type { VisitFacts } from '../queries/visit-facts.js';
import { VisitHistory } from '../queries/visit-history.js';
import { EditVisit } from '../use-cases/edit-visit.js';
import { ReadVisit } from '../use-cases/read-visit.js';
import { VisitEditPage, type EditValues } from './visit-edit-page.js';
import { sentValues, storedValues, toEdit } from './visit-edit-values.js';
import { besideFields, EditForm, instantsOf, timesIn } from './visit-forms.js';
import { formatMoment } from '../../platform/text/dates.js';

/** Once the summary is out, the form has the letters alone. */
const lettersOf = (details: GivenDetails): GivenDetails =>
  Object.fromEntries(Object.entries(details).filter(([name]) => isLetter(name)));

/** Changing what a visit says. */
@PageController('kunjungan/:id/ubah')
@Allow(signedIn)
export class VisitEditPages {
  constructor(
    private readonly forms: Forms,
    private readonly read: ReadVisit,
    private readonly programs: ProgramChoices,
    private readonly edit: EditVisit,
    private readonly catalog: ProblemCatalog,
    private readonly history: VisitHistory,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visit = await this.editable(actor, id);
    await html(reply, await this.page(actor, visit, storedValues(visit)));
  }

  @Post()
  async save(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visit = await this.editable(actor, id);
    const taken = await this.forms.take(
      EditForm,
      toEdit(sent),
      ({ version, day, lastDay, from, to, ownHours, ...details }) =>
        besideFields(this.catalog, () =>
          this.edit.execute(actor, id, version, {
            startsAt: undefined,
            endsAt: undefined,
            ownHours: undefined,
            ...instantsOf(timesIn({ day, lastDay, from, to, ownHours }), visit.timeZone),
            details: recordsOnly(visit, actor) ? lettersOf(details) : details,
          }),
        ),
      visit.timeZone,
    );
    if (taken.faults) {
      const { faults } = taken;
      const page = await this.page(actor, visit, sentValues(sent), faults);
      return html(reply, page, faults.status, faults.isOutdated ? await this.standing(actor, id) : null);
    }
    await seeOther(reply, `/kunjungan/${id}?info=disimpan`);
  }

  private async standing(actor: Actor, id: string): Promise<Standing> {
    const visit = await this.editable(actor, id);
    const last = await this.history.last(id);
    return {
      page: await this.page(actor, visit, storedValues(visit)),
      by: last ? { name: last.actorName, when: formatMoment(last.at, actor.timeZone) } : null,
    };
  }

  private async editable(actor: Actor, id: string): Promise<VisitFacts> {
    const { visit } = await this.read.execute(actor, id);
    if (!mayRecord(visit, actor)) throw new RequestError('not-allowed');
    return visit;
  }

  private async page(
    actor: Actor,
    visit: VisitFacts,
    values: EditValues,
    faults: Parameters<typeof VisitEditPage>[0]['faults'] = null,
  ) {
    const offered = await this.programs.offered(storedValues(visit).programs);
    return VisitEditPage({ actor, visit, values, programs: offered, faults });
  }
}
