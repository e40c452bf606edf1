import { Injectable } from '@nestjs/common';
import { Environment } from '../../../config/environment.js';
import type { CalendarPerson, CalendarVisit } from '../domain/calendar-visit.js';
import type { InvitationFacts } from '../domain/invitation-mail.js';
import type { Shown } from '../domain/invitation-plan.js';
import { calendarPlace, calendarTitle, type CalendarSource } from '../domain/visit-object.js';
import { CalendarSources } from '../queries/calendar-sources.js';
import { InvitationContext } from '../queries/invitation-context.js';
import { CalendarObjects } from './calendar-objects.js';

/** What all messages about one visit have in common. */
export interface Occasion {
  visit: CalendarVisit;
  organizer: CalendarPerson;
  facts: InvitationFacts;
}

/** Gathers what the messages about one visit say. */
@Injectable()
export class InvitationOccasions {
  constructor(
    private readonly environment: Environment,
    private readonly sources: CalendarSources,
    private readonly context: InvitationContext,
    private readonly objects: CalendarObjects,
  ) {}

  source(visitId: string): Promise<CalendarSource | null> {
    return this.sources.byId(visitId);
  }

  /** What a message shows of the visit, to be held against what the last one showed. */
  shownOf(source: CalendarSource): Shown {
    return {
      title: calendarTitle(source),
      startsAt: source.startsAt.toISOString(),
      endsAt: source.endsAt.toISOString(),
      place: calendarPlace(source),
      purpose: source.purpose,
      contact: [source.contactName, source.contactPhone, source.contactEmail].filter(Boolean).join(', '),
    };
  }

  /** The organizer is called like the host; its address is the one that receives the system's mail. */
  async of(source: CalendarSource, shown: Shown): Promise<Occasion> {
    const [visit] = await this.objects.of([source], 'participant');
    if (!visit) throw new Error(`no calendar object for visit ${source.id}`);
    const { reason, hostRules } = await this.context.ofVisit(source.id);
    return {
      visit,
      organizer: { name: source.hostUnitName, email: this.environment.mailAddress },
      facts: {
        reference: source.reference,
        title: source.title,
        shown,
        timeZone: source.timeZone,
        pageUrl: this.objects.pageUrl(source.id),
        reason,
        hostRules,
      },
    };
  }
}
