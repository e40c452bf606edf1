import type { OwnHours } from '../../platform/text/day-hours.js';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/security/actor.js';
import { newId } from '../../platform/text/tokens.js';
import { CreateVisit, TakeStep, type NewVisit, type VisitMode } from '../../visits/index.js';
import { participantOf } from './members.js';
import { TripRepository, type TripMemberRow, type TripRow } from '../storage/trip-repository.js';

/** A leg as it is planned. */
export interface NewLeg {
  hostUnit: string;
  startsAt: Date;
  endsAt: Date;
  ownHours: OwnHours | null;
  programs: string[];
  mode: VisitMode;
  meetingLink: string | null;
}

interface LegsToAdd {
  kind: NewVisit['kind'];
  details: NewVisit['details'];
  legs: readonly NewLeg[];
  members: readonly TripMemberRow[];
}

/** Makes visits of legs, with the whole party in each. */
@Injectable()
export class AddLegs {
  constructor(
    private readonly create: CreateVisit,
    private readonly step: TakeStep,
    private readonly trips: TripRepository,
  ) {}

  /** In the open transaction. */
  async execute(
    actor: Actor,
    trip: TripRow,
    { kind, details, legs, members }: LegsToAdd,
    submits: boolean,
  ): Promise<void> {
    for (const { programs, mode, meetingLink, ...place } of legs) {
      const links = members.map((member) => ({ memberId: member.id, participantId: newId(), member }));
      const participants = links.map(({ participantId: id, member }) => ({ id, ...participantOf(member) }));
      const given = { ...details, mode, meetingLink, ...(programs.length > 0 && { programs }) };
      const visit = { guestUnit: trip.guestUnit, kind, ...place, participants, details: given };
      const visitId = await this.create.execute(actor, visit, null);
      await this.trips.addLeg(trip.id, visitId);
      await this.trips.link(links.map(({ memberId, participantId }) => ({ memberId, participantId })));
      if (submits) await this.step.execute(actor, visitId, 'submit', undefined, {});
    }
  }
}
