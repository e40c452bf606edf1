import { Injectable } from '@nestjs/common';
import { RequestError } from '../../platform/http/request-error.js';
import { Forms, type FormFaults } from '../../platform/pages/forms.js';
import { VisitError, type NewJointVisit } from '../../visits/index.js';
import type { BookingInput } from '../domain/booking-input.js';
import type { BookingView } from '../use-cases/look-at-booking.js';
import { allFaults, lacking, sentBefore } from './booking-faults.js';
import { BookingForm, formOf } from './booking-form.js';

/** Makes of a form what it asks for, or says at its own fields why nothing was made. */
@Injectable()
export class TakeBooking {
  constructor(private readonly forms: Forms) {}

  /** @returns what `make` made of the visit, the address of it, or why nothing was */
  async execute(
    input: BookingInput,
    view: BookingView,
    make: (visit: NewJointVisit) => Promise<string>,
  ): Promise<string | FormFaults> {
    const missing = lacking(view);
    let isReused = false;
    const taken = await this.forms.take(BookingForm, formOf(input), async (form) => {
      if (Object.keys(missing).length > 0) throw new RequestError('validation-failed');
      try {
        return await make(visitOf(form, view));
      } catch (thrown) {
        isReused = thrown instanceof VisitError && thrown.code === 'idempotency-key-reused';
        throw thrown;
      }
    });
    if (!taken.faults) return taken.result;
    return isReused ? sentBefore : allFaults(taken.faults, missing);
  }
}

/** The visit that a whole form asks for; of several the first. */
function visitOf(
  { kind, ...details }: BookingForm,
  { guest, host, time, party, joining }: BookingView,
): NewJointVisit {
  const chosen = time?.chosen;
  if (!guest || !host || !chosen || typeof chosen === 'string') throw new RequestError('validation-failed');
  return {
    guestUnit: guest.code,
    hostUnit: host.code,
    kind,
    ...chosen,
    participants: party.members,
    guests: [
      ...joining.chosen.map(({ code }) => ({ organisation: code })),
      ...joining.partners.map((partnerName) => ({ partnerName })),
    ],
    details: { ...details, partySize: party.size ?? 1 },
  };
}
