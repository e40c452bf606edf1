import { TripEntity, TripLegEntity, TripMemberEntity, TripParticipantEntity } from './trip.entity.js';

/** The tables of this feature. */
export const tripsEntities = [TripEntity, TripLegEntity, TripMemberEntity, TripParticipantEntity];
