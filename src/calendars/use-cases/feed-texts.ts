import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { BoundedCache } from '../../platform/http/bounded-cache.js';
import type { CalendarVisit } from '../domain/calendar-visit.js';
import type { DescriptionAudience } from '../domain/describe.js';
import { eventOf, isSound, type FeedEvent } from '../domain/feed.js';
import { CalendarSources, type ListedVisit } from '../queries/calendar-sources.js';
import { CalendarObjects } from './calendar-objects.js';

/** How visits are told in a feed. */
export interface TextForm {
  /** Also says whether what is written is one person's alone. */
  audience: DescriptionAudience;
  /** Minutes before the start. */
  alarmMinutes: readonly number[];
  /** Which sessions of a visit are events of their own; null for a visit that is one event. */
  sessionsOf(visitId: string): readonly string[] | 'all' | null;
}

const MEBIBYTE = 1024 * 1024;
/** What is kept of what was written, in bytes. */
const KEPT = 24 * MEBIBYTE;
/** What an entry takes beside its text, about. */
const ENTRY = 300;
/** Of so many visits what they are made of is read at once. */
const PAGE = 250;
/** After so many milliseconds of writing others have their turn. */
const LONGEST_TURN = 8;

/** The events of visits as feeds hold them; of a visit that did not change since they are not written again. */
@Injectable()
export class FeedTexts {
  private readonly kept = new BoundedCache<FeedEvent[]>(KEPT);

  constructor(
    private readonly sources: CalendarSources,
    private readonly objects: CalendarObjects,
  ) {}

  /** In the order of the visits, and of the sessions of each. */
  async of(listed: readonly ListedVisit[], form: TextForm): Promise<FeedEvent[]> {
    const events = new Map<string, FeedEvent[]>();
    const missing: ListedVisit[] = [];
    for (const visit of listed) {
      const known = this.kept.get(keyOf(visit, form));
      if (known) events.set(visit.id, known);
      else missing.push(visit);
    }
    for (let at = 0; at < missing.length; at += PAGE) {
      await this.write(missing.slice(at, at + PAGE), form, events);
    }
    return listed.flatMap(({ id }) => events.get(id) ?? []);
  }

  private async write(
    visits: readonly ListedVisit[],
    form: TextForm,
    events: Map<string, FeedEvent[]>,
  ): Promise<void> {
    const sources = await this.sources.byIds(visits.map(({ id }) => id));
    const wantedOf = (visitId: string) => {
      const sessions = form.sessionsOf(visitId);
      return sessions && ((sessionId: string) => sessions === 'all' || sessions.includes(sessionId));
    };
    const objects = await this.objects.eventsOf(sources, form.audience, wantedOf);
    const byId = new Map(sources.map(({ id }, at) => [id, objects[at] ?? []]));
    let began = performance.now();
    for (const visit of visits) {
      if (performance.now() - began > LONGEST_TURN) {
        await setImmediate();
        began = performance.now();
      }
      const written = textsOf(byId.get(visit.id) ?? [], form);
      events.set(visit.id, written);
      const weight = written.reduce((all, { bytes }) => all + bytes.length, ENTRY);
      this.kept.set(keyOf(visit, form), written, weight);
    }
  }
}

/** The same visit, revision and form give the same events. */
const keyOf = ({ id, revision }: ListedVisit, { audience, alarmMinutes, sessionsOf }: TextForm): string =>
  [id, revision, audience, alarmMinutes.join(), sessionsOf(id) ?? ''].join(' ');

function textsOf(visits: readonly CalendarVisit[], { audience, alarmMinutes }: TextForm): FeedEvent[] {
  return visits
    .filter(isSound)
    .map((visit) => eventOf({ ...visit, alarmMinutes }, audience === 'participant'));
}
