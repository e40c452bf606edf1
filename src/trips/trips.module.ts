import { Module } from '@nestjs/common';
import { EntitiesModule } from '../platform/database/entities.module.js';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { UnitsModule } from '../units/index.js';
import { VisitsModule } from '../visits/index.js';
import { tripConstraints, tripProblems } from './http/problems.js';
import { TripsController } from './http/trips.controller.js';
import { PlanPages } from './pages/plan.controller.js';
import { ShowTrip } from './pages/show-trip.js';
import { TripActions } from './pages/trip-actions.js';
import { TripParts } from './pages/trip-parts.js';
import { TripPages } from './pages/trips.controller.js';
import { LegPlaces } from './queries/leg-places.js';
import { ListTrips } from './queries/list-trips.js';
import { SeenThereQuery } from './queries/seen-there.js';
import { TripPlaces } from './queries/trip-places.js';
import { tripsEntities } from './storage/entities.js';
import { TripRepository } from './storage/trip-repository.js';
import { AddLeg } from './use-cases/add-leg.js';
import { AddLegs } from './use-cases/add-legs.js';
import { ChangeTrip } from './use-cases/change-trip.js';
import { CreateTrip } from './use-cases/create-trip.js';
import { KeepParty } from './use-cases/keep-party.js';
import { Legs } from './use-cases/legs.js';
import { LookAtPlan } from './use-cases/look-at-plan.js';
import { ReadTrip } from './use-cases/read-trip.js';

/** A party that sees several hosts on one journey: each leg is a visit of its own. */
@Module({
  imports: [
    EntitiesModule.forFeature(tripsEntities),
    UnitsModule,
    VisitsModule,
    ProblemsModule.forFeature(tripProblems, tripConstraints),
  ],
  controllers: [TripsController, PlanPages, TripPages],
  providers: [
    LegPlaces,
    ListTrips,
    SeenThereQuery,
    TripPlaces,
    TripRepository,
    AddLeg,
    AddLegs,
    ChangeTrip,
    CreateTrip,
    KeepParty,
    Legs,
    LookAtPlan,
    ReadTrip,
    ShowTrip,
    TripActions,
    TripParts,
  ],
  exports: [ReadTrip, TripPlaces],
})
export class TripsModule {}
