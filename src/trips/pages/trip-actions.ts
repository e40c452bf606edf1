import { Injectable } from '@nestjs/common';
import { NamedUnits } from '../../units/index.js';
import { AddLeg } from '../use-cases/add-leg.js';
import { ChangeTrip } from '../use-cases/change-trip.js';
import { KeepParty } from '../use-cases/keep-party.js';

/** What can be done on the page of a trip. */
@Injectable()
export class TripActions {
  constructor(
    readonly party: KeepParty,
    readonly change: ChangeTrip,
    readonly addLeg: AddLeg,
    readonly units: NamedUnits,
  ) {}
}
