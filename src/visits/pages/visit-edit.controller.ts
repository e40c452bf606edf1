import { Body, Get, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RequestError } from '../../platform/http/request-error.js';
import { ProblemCatalog } from '../../platform/errors/problem-catalog.js';
import { Forms, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import type { Zone } from '../../platform/text/zones.js';
import { mayEdit } from '../domain/visit-policies.js';
import { ProgramChoices } from '../queries/program-choices.js';
import type { VisitFacts } from '../queries/visit-facts.js';
import { EditVisit } from '../use-cases/edit-visit.js';
import { ReadVisit } from '../use-cases/read-visit.js';
import { VisitEditPage, type EditValues } from './visit-edit-page.js';
import { sentValues, storedValues, toEdit } from './visit-edit-values.js';
import { besideFields, EditForm, instantsOf } from './visit-forms.js';

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
    const taken = await this.forms.take(EditForm, toEdit(sent), ({ version, day, from, to, ...details }) =>
      besideFields(this.catalog, () =>
        this.edit.execute(actor, id, version, {
          startsAt: undefined,
          endsAt: undefined,
          ...instantsOf(
            { ...(day && { day }), ...(from && { from }), ...(to && { to }) },
            visit.timeZone as Zone,
          ),
          details,
        }),
      ),
    );
    if (taken.faults) {
      const { faults } = taken;
      return html(reply, await this.page(actor, visit, sentValues(sent), faults), faults.status);
    }
    await seeOther(reply, `/kunjungan/${id}?info=disimpan`);
  }

  private async editable(actor: Actor, id: string): Promise<VisitFacts> {
    const { visit } = await this.read.execute(actor, id);
    if (!mayEdit(visit, actor)) throw new RequestError('not-allowed');
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
