import { Body, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RequestError } from '../../platform/http/request-error.js';
import { filled, Forms, typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { pastedFault, withoutShown } from '../../platform/text/pasted-people/pasted-list.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { allows, can } from '../../platform/security/capabilities.js';
import { ProgramChoices } from '../../visits/index.js';
import { ListTrips } from '../queries/list-trips.js';
import { CreateTrip } from '../use-cases/create-trip.js';
import { LookAtPlan, type PlanView } from '../use-cases/look-at-plan.js';
import { PlanPage } from './plan-page.js';
import { membersOf, pastedParty } from './trip-party.js';
import { legsOf, programsOf, TripForm } from './trip-forms.js';
import { TripListPage } from './trip-list-page.js';

const MOST = 50;

/** Trips, and planning one: one page, one form. */
@PageController('perjalanan')
@Allow(signedIn)
export class PlanPages {
  constructor(
    private readonly forms: Forms,
    private readonly look: LookAtPlan,
    private readonly create: CreateTrip,
    private readonly list: ListTrips,
    private readonly programs: ProgramChoices,
  ) {}

  @Get()
  async index(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const trips = await this.list.execute(actor, { limit: MOST });
    await html(reply, TripListPage({ actor, trips, mayPlan: can(actor, 'visits.arrange') }));
  }

  @Get('baru')
  @Allow(allows('visits.arrange'))
  async open(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await this.page(reply, actor, undefined, null, null);
  }

  /** Works out the ways between the legs, or plans the trip; `langkah` says which. */
  @Post('baru')
  @Allow(allows('visits.arrange'))
  async plan(
    @CurrentActor() actor: Actor,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const step = typed(sent, 'langkah');
    let plan: PlanView | null = null;
    const taken = await this.forms.take(TripForm, withoutShown(filled(sent), 'tempel'), async (form) => {
      const { typed: legs, missing } = legsOf(form);
      plan = await this.look.execute(legs);
      const list = pastedParty(sent);
      const fault = step === 'periksa' ? null : pastedFault(list);
      refuse({ ...missing, ...plan.faults, ...(fault !== null && { tempel: fault }) });
      if (step === 'periksa') return null;
      const { title, purpose, kind } = form;
      const planned = plan.found.map(({ number, host, link: meetingLink, ...leg }) => {
        const { code: hostUnit } = host;
        return { ...leg, hostUnit, meetingLink, programs: programsOf(form, number), ownHours: null };
      });
      const party = membersOf(list);
      const trip = { kind, details: { title, purpose }, legs: planned, party };
      return this.create.execute(actor, trip, step !== 'draf');
    });
    if (taken.faults || taken.result === null) return this.page(reply, actor, sent, plan, taken.faults);
    await seeOther(reply, `/perjalanan/${taken.result}?info=${step === 'draf' ? 'dibuat' : 'diajukan'}`);
  }

  private async page(
    reply: FastifyReply,
    actor: Actor,
    sent: SentForm | undefined,
    plan: PlanView | null,
    faults: FormFaults | null,
  ): Promise<void> {
    const programs = await this.programs.offered([]);
    await html(reply, PlanPage({ actor, programs, sent, plan, faults }), faults?.status);
  }
}

/** @throws RequestError `validation-failed` where anything is wrong */
function refuse(faults: Readonly<Record<string, string>>): void {
  const list = Object.entries(faults).map(([field, message]) => ({ field, message }));
  if (list.length > 0) throw new RequestError('validation-failed', {}, list);
}
