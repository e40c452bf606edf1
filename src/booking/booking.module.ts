import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.js';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { SeriesModule } from '../series/index.js';
import { UnitsModule } from '../units/index.js';
import { VisitsModule } from '../visits/index.js';
import { ArrangePages } from './pages/arrange.controller.js';
import { BookingPages } from './pages/booking.controller.js';
import { TakeBooking } from './pages/take-booking.js';
import { ArrangingUnits } from './queries/arranging-units.js';
import { BookingChoices } from './queries/booking-choices.js';
import { FindClashes } from './queries/find-clashes.js';
import { FindHosts } from './queries/find-hosts.js';
import { LookAtBooking } from './use-cases/look-at-booking.js';
import { LookAtGuests } from './use-cases/look-at-guests.js';
import { LookAtRepeat } from './use-cases/look-at-repeat.js';
import { LookAtTime } from './use-cases/look-at-time.js';
import { SendBooking } from './use-cases/send-booking.js';

/** Asking for a visit: a host, a time, the request and the party, in one page. */
@Module({
  imports: [UnitsModule, PeopleModule, VisitsModule, SeriesModule, ProblemsModule.forFeature({})],
  controllers: [BookingPages, ArrangePages],
  providers: [
    ArrangingUnits,
    TakeBooking,
    BookingChoices,
    FindClashes,
    FindHosts,
    LookAtBooking,
    LookAtGuests,
    LookAtRepeat,
    LookAtTime,
    SendBooking,
  ],
})
export class BookingModule {}
