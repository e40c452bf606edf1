export { TripsModule } from './trips.module.js';
export { CreateTrip } from './use-cases/create-trip.js';
export { TripPlaces } from './queries/trip-places.js';
export { ReadTrip } from './use-cases/read-trip.js';
export { tripsPersonal } from './storage/personal-columns.js';
