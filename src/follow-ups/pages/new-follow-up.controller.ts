import { Body, Get, Post, Query, Res } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { RequestError } from '../../platform/http/request-error.js';
import { Forms, typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { mayPromise, ReadVisit } from '../../visits/index.js';
import { FollowUpChoices } from '../queries/follow-up-choices.js';
import { WriteFollowUp } from '../use-cases/write-follow-up.js';
import { NewFollowUpForm } from './follow-up-forms.js';
import { promisingUnits } from '../domain/follow-up-policies.js';
import { NewFollowUpPage } from './new-follow-up-page.js';

/** Writing down what was promised after a visit. */
@PageController('tindak-lanjut/baru')
@Allow(signedIn)
export class NewFollowUpPages {
  constructor(
    private readonly visits: ReadVisit,
    private readonly write: WriteFollowUp,
    private readonly choices: FollowUpChoices,
    private readonly forms: Forms,
  ) {}

  @Get()
  async blank(
    @CurrentActor() actor: Actor,
    @Query() query: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.page(reply, actor, { kunjungan: query['kunjungan'] }, null);
  }

  @Post()
  async create(
    @CurrentActor() actor: Actor,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(NewFollowUpForm, sent, ({ kunjungan, person, ...given }) =>
      this.write.create(actor, { ...given, visit: kunjungan, personName: person }),
    );
    if (taken.faults) return this.page(reply, actor, sent, taken.faults);
    await seeOther(reply, `/tindak-lanjut/${taken.result}`);
  }

  private async page(
    reply: FastifyReply,
    actor: Actor,
    sent: SentForm | undefined,
    faults: FormFaults | null,
  ): Promise<void> {
    const id = typed(sent, 'kunjungan');
    if (!isUUID(id)) throw new RequestError('not-found');
    const { visit, participants, guests } = await this.visits.withGuests(actor, id);
    if (!mayPromise(visit, actor)) throw new RequestError('not-allowed');
    const people = participants.map(({ name }) => name);
    const units = promisingUnits(visit, actor);
    const named = [...guests.map(({ organisation, name }) => ({ value: organisation, name })), hostOf(visit)];
    const owners = await this.choices.owners(units);
    const practices = await this.choices.practices(actor, units, id);
    const promising = named.filter(({ value }) => units.includes(value));
    const page = NewFollowUpPage({ actor, visit, promising, people, owners, practices, sent, faults });
    await html(reply, page, faults?.status);
  }
}

const hostOf = ({ hostUnit, hostUnitName }: { hostUnit: string; hostUnitName: string }) => ({
  value: hostUnit,
  name: hostUnitName,
});
