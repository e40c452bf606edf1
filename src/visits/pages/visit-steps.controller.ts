import { Body, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RequestError } from '../../platform/http/request-error.js';
import { ProblemCatalog } from '../../platform/errors/problem-catalog.js';
import { filled, Forms, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { acceptanceOf } from '../domain/acceptance.js';
import { ReadVisit } from '../use-cases/read-visit.js';
import { TakeStep } from '../use-cases/take-step.js';
import { pageSteps } from './step-words.js';
import { besideFields, instantsOf, StepForm, timesIn } from './visit-forms.js';
import { ShowVisit } from './show-visit.js';

/** The buttons of a visit's page. */
@PageController('kunjungan/:id/langkah')
@Allow(signedIn)
export class VisitStepPages {
  constructor(
    private readonly forms: Forms,
    private readonly read: ReadVisit,
    private readonly take: TakeStep,
    private readonly view: ShowVisit,
    private readonly catalog: ProblemCatalog,
  ) {}

  @Post(':step')
  async step(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('step') name: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const step = pageSteps.find((each) => each === name);
    if (step === undefined) throw new RequestError('not-found');
    const { visit } = await this.read.execute(actor, id);
    const taken = await this.forms.take(
      StepForm,
      filled(sent),
      ({ version, reason, sure, day, lastDay, from, to, ownHours, ...given }) =>
        besideFields(this.catalog, () =>
          this.take.execute(actor, id, step, version, {
            reason: reason ?? null,
            ...instantsOf(timesIn({ day, lastDay, from, to, ownHours }), visit.timeZone),
            early: sure !== undefined,
            acceptance: acceptanceOf(given),
          }),
        ),
      visit.timeZone,
    );
    if (taken.faults) {
      const { faults } = taken;
      const refused = { step, sent: sent ?? {}, faults };
      const standing = faults.isOutdated ? { page: null } : null;
      return html(reply, await this.view.page(actor, id, { refused }), faults.status, standing);
    }
    await seeOther(reply, `/kunjungan/${id}?info=${step}`);
  }
}
