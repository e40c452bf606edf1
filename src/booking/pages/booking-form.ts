import { IsIn } from 'class-validator';
import { bodyOf } from '../../platform/http/described-body.js';
import { itemsOf, readFields } from '../../platform/pages/described-form.js';
import type { SentForm } from '../../platform/pages/forms.js';
import { bookingFields, neededInBooking } from '../../visits/index.js';
import type { BookingInput } from '../domain/booking-input.js';

export const kinds = ['study-visit', 'working-visit', 'coordination'] as const;

/** What a booking form says of the visit, when it can be sent. */
export class BookingForm extends bodyOf(bookingFields, neededInBooking) {
  @IsIn(kinds)
  kind: (typeof kinds)[number];
}

/** Topics as they are typed: between commas, semicolons or line breaks. */
export const topicsOf = (text: string): string[] => itemsOf(text, 'commas');

/** What was typed in the shape that `BookingForm` checks. */
export const formOf = ({ content, programs }: BookingInput): SentForm =>
  readFields(bookingFields, { ...content, programs }, 'commas');
