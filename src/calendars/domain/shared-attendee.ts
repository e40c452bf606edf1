import { nameList } from '../../platform/text/name-list.js';
import { groupedBy } from '../../platform/text/grouped.js';
import type { CalendarAttendee } from './calendar-visit.js';

type Role = CalendarAttendee['role'];
type Answer = CalendarAttendee['answer'];

const byWeight = ['leader', 'speaker', 'minute-taker', 'member', 'observer'] as const satisfies Role[];

/**
 * One attendee for each mail address, in the order of the first of each: a calendar object names an address once (RFC 5546
 * section 3.2.2), so that who share one are one attendee with the names of all.
 */
export function byAddress(attendees: readonly CalendarAttendee[]): CalendarAttendee[] {
  return [...groupedBy(attendees, ({ email }) => email).values()].map(together);
}

function together(sharers: CalendarAttendee[]): CalendarAttendee {
  const [first, ...others] = sharers as [CalendarAttendee, ...CalendarAttendee[]];
  if (others.length === 0) return first;
  const roles = new Set(sharers.map(({ role }) => role));
  return {
    email: first.email,
    name: nameList(sharers.map(({ name }) => name)),
    role: byWeight.find((role) => roles.has(role)) ?? first.role,
    answer: answerTogether(new Set(sharers.map(({ answer }) => answer))),
    people: sharers.flatMap(({ people = [] }) => people),
    isSuspended: sharers.some(({ isSuspended }) => isSuspended),
    hasAccount: sharers.some(({ hasAccount }) => hasAccount),
  };
}

/** What all say; while one has not answered there is none, and else one who comes is enough. */
function answerTogether(answers: ReadonlySet<Answer>): Answer {
  const order = ['needs-action', 'accepted', 'tentative', 'declined'] as const satisfies Answer[];
  return order.find((answer) => answers.has(answer)) ?? 'needs-action';
}
