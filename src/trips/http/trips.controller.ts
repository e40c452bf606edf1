import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { visitFields, timeOfBody } from '../../visits/index.js';
import { ListTrips } from '../queries/list-trips.js';
import type { NewLeg } from '../use-cases/add-legs.js';
import { AddLeg } from '../use-cases/add-leg.js';
import { ChangeTrip } from '../use-cases/change-trip.js';
import { CreateTrip } from '../use-cases/create-trip.js';
import { KeepParty } from '../use-cases/keep-party.js';
import { ReadTrip } from '../use-cases/read-trip.js';
import {
  AddLegBody,
  CreateTripBody,
  EndLegsBody,
  SubmitTripBody,
  TripLegBody,
  TripPartyBody,
} from './trip.dto.js';
import { presentLegOutcome, presentTrip, presentTripLine } from './trip.presenter.js';
import type { TripList, TripOutcomeList, TripView } from './trip.view.js';

const MOST = 100;

@ApiTags('trips')
@Controller('api/trips')
@Allow(signedIn)
export class TripsController {
  constructor(
    private readonly create: CreateTrip,
    private readonly read: ReadTrip,
    private readonly list: ListTrips,
    private readonly party: KeepParty,
    private readonly change: ChangeTrip,
    private readonly addLeg: AddLeg,
  ) {}

  /** Plans a trip of the own unit to two or three hosts: each leg is a visit, which its host answers for. */
  @Post()
  async post(
    @CurrentActor() actor: Actor,
    @Body() { kind, legs, party, draft, ...details }: CreateTripBody,
  ): Promise<TripView> {
    const trip = { kind, details, legs: legs.map(legOf), party };
    const id = await this.create.execute(actor, trip, draft !== true);
    return presentTrip(await this.read.execute(actor, id));
  }

  /** The latest trips of which the caller may see a leg. */
  @Get()
  async index(@CurrentActor() actor: Actor): Promise<TripList> {
    const trips = await this.list.execute(actor, { limit: MOST });
    return { items: trips.map((trip) => presentTripLine(trip, actor.timeZone)) };
  }

  @Get(':id')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<TripView> {
    return presentTrip(await this.read.execute(actor, id));
  }

  /** Writes the one party; every leg that can still be changed has it then. */
  @Put(':id/party')
  async putParty(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, party }: TripPartyBody,
  ): Promise<TripView> {
    await this.party.execute(actor, id, version, () => party);
    return presentTrip(await this.read.execute(actor, id));
  }

  /** Adds a leg, which says what the first one says and has the whole party; its host is asked. */
  @Post(':id/legs')
  async postLeg(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, draft, ...leg }: AddLegBody,
  ): Promise<TripView> {
    await this.addLeg.execute(actor, id, version, () => legOf(leg), draft !== true);
    return presentTrip(await this.read.execute(actor, id));
  }

  /** Asks the hosts of all legs that are drafts. */
  @Post(':id/submit')
  @HttpCode(200)
  async submit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version }: SubmitTripBody,
  ): Promise<TripOutcomeList> {
    return { items: (await this.change.submit(actor, id, version)).map(presentLegOutcome) };
  }

  /** Ends some legs, or all of them; the others go on. */
  @Post(':id/call-off')
  @HttpCode(200)
  async callOff(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, visits, reason }: EndLegsBody,
  ): Promise<TripOutcomeList> {
    return { items: (await this.change.endLegs(actor, id, version, visits, reason)).map(presentLegOutcome) };
  }
}

const legOf = ({ hostUnit, programs = [], mode, meetingLink, ...time }: TripLegBody): NewLeg => ({
  ...{ hostUnit, programs },
  ...timeOfBody(time),
  mode: mode ?? visitFields.mode.usual,
  meetingLink: meetingLink ?? null,
});
