import { Injectable } from '@nestjs/common';
import { found } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { can } from '../../platform/security/capabilities.js';
import { actsForItself, mayKnowVisitContact, ReadVisit } from '../../visits/index.js';
import { feed } from '../domain/feed.js';
import { CalendarSources } from '../queries/calendar-sources.js';
import { CalendarObjects } from './calendar-objects.js';

/** One visit as a calendar file to add by hand: no scheduling message, so that it asks nobody for an answer. */
@Injectable()
export class ExportVisit {
  constructor(
    private readonly read: ReadVisit,
    private readonly sources: CalendarSources,
    private readonly objects: CalendarObjects,
  ) {}

  /** @throws RequestError `not-found` also for those who may not see it */
  async execute(actor: Actor, visitId: string): Promise<{ body: string; reference: string }> {
    const { visit } = await this.read.execute(actor, visitId);
    const source = found(await this.sources.byId(visitId));
    const onlyOversees = can(actor, 'visits.oversee') && !actsForItself(visit, actor);
    const knowsContact = can(actor, 'visits.arrange') && !onlyOversees && mayKnowVisitContact(visit, actor);
    const visits = await this.objects.of([source], knowsContact ? 'participant' : 'feed');
    const { reference, timeZone } = source;
    return { reference, body: feed({ name: reference, timeZone, personal: knowsContact }, visits) };
  }
}
