import type { Actor } from '../../platform/security/actor.js';
import { formatDateTimeRange, formatTimeRange, localDate } from '../../platform/text/dates.js';
import { dayHours, sameHours, isSameTime, type DayTime } from '../../platform/text/day-hours.js';
import type { Zone } from '../../platform/text/zones.js';
import { allowedActions, visitStateWords, type VisitState, proposedTime } from '../../visits/index.js';
import type { VisitOnDays } from '../queries/calendar-visits.js';
import type { ShownEvent } from './shown-calendar.js';

/** Signs that tell states apart where colours do not. */
export const stateMarks: Readonly<Record<VisitState, string>> = {
  draft: '✎',
  arranged: '◇',
  requested: '?',
  'counter-proposed': '⇄',
  confirmed: '✓',
  held: '●',
  closed: '■',
  declined: '×',
  withdrawn: '×',
  expired: '×',
  cancelled: '×',
  'not-held': '×',
};

/** The step that moves a visit, as far as somebody may take it now. */
export function movingStep(actions: readonly string[]): 'reschedule' | 'propose' | undefined {
  return (['reschedule', 'propose'] as const).find((step) => actions.includes(step));
}

const isMovable = (visit: VisitOnDays, actor: Actor, now: Date): boolean =>
  movingStep(allowedActions(visit, actor, { now, missingApprovals: [] })) !== undefined;

/** Guest and host of a visit. */
export const partiesOf = ({ guestUnitName, hostUnitName }: VisitOnDays): string =>
  `${guestUnitName} ke ${hostUnitName}`;

function hostTimeOf(visit: VisitOnDays, startsAt: Date, endsAt: Date, own: Zone): string {
  const zone = visit.timeZone;
  if (zone === own) return '';
  const sameDay = [startsAt, endsAt].every((at) => localDate(at, zone) === localDate(startsAt, own));
  return sameDay
    ? formatTimeRange(startsAt, endsAt, zone)
    : formatDateTimeRange(sameHours(startsAt, endsAt), zone);
}

/** An event for each day that has hours of its own; it moves on its page, where all days are seen. */
function byDay(event: ShownEvent, time: DayTime, zone: Zone): ShownEvent[] {
  const days = dayHours(time, zone);
  if (days.length === 1) return [event];
  return days.map(({ startsAt, endsAt }, index) => ({
    ...event,
    id: `${event.id}-hari-${index + 1}`,
    start: startsAt.toISOString(),
    end: endsAt.toISOString(),
    movable: false,
  }));
}

/** A visit's events, one a day, and others for a time that is proposed for it. */
export function eventsOf(visit: VisitOnDays, actor: Actor, now: Date): ShownEvent[] {
  const { id, state, title, timeZone } = visit;
  const proposed = proposedTime(visit);
  const { name, colour } = visitStateWords[state];
  const event = (startsAt: Date, endsAt: Date): ShownEvent => ({
    id,
    title,
    start: startsAt.toISOString(),
    end: endsAt.toISOString(),
    url: `/kunjungan/${id}`,
    mark: stateMarks[state],
    state: name,
    colour,
    parties: partiesOf(visit),
    hostTime: hostTimeOf(visit, startsAt, endsAt, actor.timeZone),
    movable: isMovable(visit, actor, now),
    proposed: false,
  });
  const own = byDay(event(visit.startsAt, visit.endsAt), visit, timeZone);
  // By its own time the host of what a regional office arranged may stand, too.
  if (proposed === null || isSameTime(proposed, visit)) return own;
  const proposal = {
    ...event(proposed.startsAt, proposed.endsAt),
    id: `${id}-usulan`,
    mark: '⇄',
    state: 'Waktu yang diusulkan',
    colour: 'yellow',
    movable: false,
    proposed: true,
  };
  return [...own, ...byDay(proposal, proposed, timeZone)];
}
