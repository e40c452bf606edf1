import { Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemCatalog } from '../../platform/errors/problem-catalog.js';
import { IsCalendarDate, IsText } from '../../platform/http/fields.js';
import { RequestError } from '../../platform/http/request-error.js';
import { FileUploads, type FileForm } from '../../platform/http/file-upload.js';
import { filled, Forms } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { answerSteps, enteredWays, type AnswerStep, type EnteredWay } from '../domain/answer-ways.js';
import type { VisitFacts } from '../queries/visit-facts.js';
import { EnterHostAnswer } from '../use-cases/enter-host-answer.js';
import { ReadVisit } from '../use-cases/read-visit.js';
import { ENTERING } from './entered-answer-card.js';
import { ShowVisit } from './show-visit.js';
import { besideFields, instantsOf, StepForm, timesIn } from './visit-forms.js';

class EnteredAnswerForm extends StepForm {
  @IsIn(answerSteps)
  answer: AnswerStep;

  @IsIn(enteredWays)
  cameBy: EnteredWay;

  @IsOptional()
  @IsText(100)
  letterNumber?: string;

  @IsOptional()
  @IsCalendarDate()
  letterDate?: string;
}

/** Who sent the form for which visit. */
interface Asked {
  actor: Actor;
  id: string;
  visit: VisitFacts;
  reply: FastifyReply;
}

/** Enters on a visit's page the host's answer that came by letter or telephone, with the letter. */
@PageController(`kunjungan/:id/${ENTERING}`)
@Allow(signedIn)
export class EnteredAnswerPages {
  constructor(
    private readonly forms: Forms,
    private readonly uploads: FileUploads,
    private readonly read: ReadVisit,
    private readonly enter: EnterHostAnswer,
    private readonly view: ShowVisit,
    private readonly catalog: ProblemCatalog,
  ) {}

  @Post()
  async send(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { visit } = await this.read.execute(actor, id);
    await this.uploads.with(request, (form) => this.answer({ actor, id, visit, reply }, form));
  }

  private async answer(
    { actor, id, visit, reply }: Asked,
    { fields, files: [scan], isTooLarge }: FileForm,
  ): Promise<void> {
    const { faults } = await this.forms.take(
      EnteredAnswerForm,
      filled(fields),
      ({ version, day, lastDay, from, to, ownHours, sure: _sure, ...entered }) =>
        besideFields(this.catalog, () => {
          if (isTooLarge) throw new RequestError('body-too-large');
          const times = timesIn({ day, lastDay, from, to, ownHours });
          const asked = entered.answer === 'propose' ? instantsOf(times, visit.timeZone) : {};
          return this.enter.execute(actor, id, version, { ...entered, ...asked, scan });
        }),
      visit.timeZone,
    );
    if (!faults) return seeOther(reply, `/kunjungan/${id}?info=jawaban-dicatat`);
    const refused = { step: ENTERING, sent: fields, faults };
    const standing = faults.isOutdated ? { page: null } : null;
    await html(reply, await this.view.page(actor, id, { refused }), faults.status, standing);
  }
}
