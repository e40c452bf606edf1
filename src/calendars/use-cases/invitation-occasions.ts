import { Injectable } from '@nestjs/common';
import { isOnSite } from '../../visits/index.js';
import type { CalendarVisit } from '../domain/calendar-visit.js';
import type { InvitationFacts } from '../domain/invitation-mail.js';
import type { CalendarSource } from '../domain/visit-object.js';
import { CalendarSources } from '../queries/calendar-sources.js';
import { InvitationContext } from '../queries/invitation-context.js';
import { CalendarSettingRepository } from '../storage/calendar-setting-repository.js';
import { CalendarObjects } from './calendar-objects.js';
import type { InvitedEvent } from './invited-events.js';

/** What all messages about one event have in common. */
export interface Occasion {
  /** The visit's id: mails of one visit to one address leave in order. */
  visitId: string;
  visit: CalendarVisit;
  /** What the organizer is called. */
  hostName: string;
  facts: InvitationFacts;
  /** When the calendars of some remind, by mail address. */
  alarms: ReadonlyMap<string, readonly number[]>;
}

/** Gathers what the messages about one event say. */
@Injectable()
export class InvitationOccasions {
  constructor(
    private readonly sources: CalendarSources,
    private readonly context: InvitationContext,
    private readonly settings: CalendarSettingRepository,
    private readonly objects: CalendarObjects,
  ) {}

  source(visitId: string): Promise<CalendarSource | null> {
    return this.sources.byId(visitId);
  }

  async of(source: CalendarSource, event: InvitedEvent): Promise<Occasion> {
    const { reason, hostRules } = await this.context.ofVisit(source.id);
    return {
      visitId: source.id,
      visit: event.object,
      hostName: source.hostUnitName,
      facts: {
        reference: source.reference,
        title: event.title,
        shown: event.shown,
        timeZone: source.timeZone,
        pageUrl: this.objects.pageUrl(source.id),
        reason,
        hostRules: isOnSite(source) ? hostRules : [],
      },
      alarms: await this.settings.alarmsByEmail(event.invitees.map(({ email }) => email)),
    };
  }
}
