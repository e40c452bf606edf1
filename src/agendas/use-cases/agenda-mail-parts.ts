import { Injectable } from '@nestjs/common';
import type { CalendarPart } from '../../platform/mail/outgoing-mail.js';

/** Makes the calendar object that goes with a mail about an agenda; null when that person's calendar needs none. */
export type CalendarPartMaker = (visitId: string, email: string) => Promise<CalendarPart | null>;

/** Where the feature that keeps calendars tells how to make them follow an agenda. */
@Injectable()
export class AgendaMailParts {
  private maker: CalendarPartMaker = () => Promise.resolve(null);

  register(maker: CalendarPartMaker): void {
    this.maker = maker;
  }

  of(visitId: string, email: string): Promise<CalendarPart | null> {
    return this.maker(visitId, email);
  }
}
