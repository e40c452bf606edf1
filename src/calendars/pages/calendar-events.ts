import type { Actor } from '../../platform/security/actor.js';
import { formatDateTimeRange } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { allowedActions, visitStateWords, type VisitState } from '../../visits/index.js';
import type { CalendarVisit } from '../queries/calendar-visits.js';

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

/** A visit as the calendar in the browser takes it; times are instants, read in the reader's zone. */
export interface ShownEvent {
  id: string;
  title: string;
  start: string;
  end: string;
  url: string;
  mark: string;
  state: string;
  colour: string;
  /** Guest and host, and the time in the host's zone where it is not the reader's. */
  details: string;
  movable: boolean;
  proposed: boolean;
}

/** The step that moves a visit, as far as somebody may take it now. */
export function movingStep(actions: readonly string[]): 'reschedule' | 'propose' | undefined {
  return (['reschedule', 'propose'] as const).find((step) => actions.includes(step));
}

const isMovable = (visit: CalendarVisit, actor: Actor, now: Date): boolean =>
  movingStep(allowedActions(visit, actor, { now, missingApprovals: [] })) !== undefined;

/** Guest and host of a visit. */
export const partiesOf = ({ guestUnitName, hostUnitName }: CalendarVisit): string =>
  `${guestUnitName} ke ${hostUnitName}`;

function detailsOf(visit: CalendarVisit, startsAt: Date, endsAt: Date, own: Zone): string {
  const zone = visit.timeZone as Zone;
  const times = [formatDateTimeRange(startsAt, endsAt, own)];
  if (zone !== own) times.push(`waktu tuan rumah: ${formatDateTimeRange(startsAt, endsAt, zone)}`);
  return [partiesOf(visit), ...times].join('; ');
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
    details: detailsOf(visit, startsAt, endsAt, actor.timeZone),
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
