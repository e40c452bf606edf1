import { wasThere, type Attendance, type ParticipantSide } from '../../visits/domain/index.js';
import type { PressOffice, PressParty } from './press-facts.js';
import { headOf } from './press-parts.js';

/** Somebody in a visit, as far as counting goes. */
export interface CountedPerson {
  side: ParticipantSide;
  broughtBy: string | null;
  role: string;
  position: string | null;
  answer: string;
  attendance: Attendance | null;
}

/** Those who were there; while nobody has said who was, those who did not decline. */
function countOf(people: readonly CountedPerson[]): number {
  const isMarked = people.some(({ attendance }) => attendance !== null);
  return people.filter(({ attendance, answer }) =>
    isMarked ? attendance !== null && wasThere(attendance) : answer !== 'declined',
  ).length;
}

const HEAD = /^(?:(?:plt|plh)\.?\s+)?kepala\b/iu;
const BELOW = /\b(?:seksi|sub\s?seksi|sub|bagian|bidang|urusan|regu|kesatuan|pengamanan|tata usaha)\b/iu;

/** The leader as its office has it, where that is the head; nobody else is told of. */
function leaderOf(people: readonly CountedPerson[], office: PressOffice): string | null {
  const leader = people.find(({ role, position }) => role === 'leader' && position !== null);
  const position = leader?.position ?? '';
  return HEAD.test(position) && !BELOW.test(position) ? headOf(office) : null;
}

/** How many of each party came, and how many others. */
export function countParties(
  people: readonly CountedPerson[],
  guests: readonly [PressOffice, ...PressOffice[]],
  host: PressOffice,
): { parties: PressParty[]; invited: number } {
  const [leading] = guests;
  const of = (side: ParticipantSide) => people.filter((person) => person.side === side);
  const party = (office: PressOffice, own: CountedPerson[]): PressParty => ({
    office: office.code,
    name: office.name,
    count: countOf(own),
    leader: leaderOf(own, office),
  });
  return {
    parties: [
      ...guests.map((office) =>
        party(
          office,
          of('guest').filter(({ broughtBy }) => (broughtBy ?? leading.code) === office.code),
        ),
      ),
      party(host, of('host')),
    ],
    invited: countOf(of('invited')),
  };
}
