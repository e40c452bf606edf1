import type { Actor } from '../../platform/security/actor.js';
import { formatDateTimeRange, formatTimeRange, localDate } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { allowedActions, visitStateWords, type VisitState } from '../../visits/index.js';
import type { CalendarVisit } from '../queries/calendar-visits.js';
import type { ShownEvent } from './shown-calendar.js';

/** Signs that tell states apart where colours do not. */
export const stateMarks: Readonly<Record<VisitState, string>> = {
  draft: '✎',
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

const isMovable = (visit: CalendarVisit, actor: Actor, now: Date): boolean =>
  movingStep(allowedActions(visit, actor, { now, missingApprovals: [] })) !== undefined;

/** Guest and host of a visit. */
export const partiesOf = ({ guestUnitName, hostUnitName }: CalendarVisit): string =>
  `${guestUnitName} ke ${hostUnitName}`;

function hostTimeOf(visit: CalendarVisit, startsAt: Date, endsAt: Date, own: Zone): string {
  const zone = visit.timeZone as Zone;
  if (zone === own) return '';
  const sameDay = [startsAt, endsAt].every((at) => localDate(at, zone) === localDate(startsAt, own));
  return (sameDay ? formatTimeRange : formatDateTimeRange)(startsAt, endsAt, zone);
}

/** A visit's event, and a second one for a time that is proposed for it. */
export function eventsOf(visit: CalendarVisit, actor: Actor, now: Date): ShownEvent[] {
  const { id, state, title, proposedStartsAt, proposedEndsAt } = visit;
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
  const own = event(visit.startsAt, visit.endsAt);
  if (!proposedStartsAt || !proposedEndsAt) return [own];
  const proposal = {
    ...event(proposedStartsAt, proposedEndsAt),
    id: `${id}-usulan`,
    mark: '⇄',
    state: 'Waktu yang diusulkan',
    colour: 'yellow',
    movable: false,
    proposed: true,
  };
  return [own, proposal];
}
