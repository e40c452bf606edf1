import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/security/actor.js';
import { UnitFacts, type UnitFact } from '../../units/index.js';
import {
  hasTrait,
  mayKnowVisitContact,
  ParticipantRepository,
  ProgramChoices,
  proposedTime,
  wasThere,
  type ParticipantRow,
  type ProgramChoice,
  type VisitFacts,
} from '../../visits/index.js';
import type {
  HostWord,
  PaperFacts,
  PaperGuest,
  PaperOffice,
  PaperVisit,
  ToldAfterwards,
} from '../domain/paper-facts.js';
import type { PaperNeed } from '../domain/paper-kinds.js';
import { DeclineReasons } from '../queries/decline-reason.js';
import { GatherAfterwards } from './gather-afterwards.js';
import { GatherOfficeFacts } from './gather-office-facts.js';
import type { ReadableLetter } from './read-letters.js';

type Units = ReadonlyMap<string, UnitFact>;

/** What papers know of organisations, programs and people, beside the visit itself. */
interface Known {
  actor: Actor;
  units: Units;
  programs: readonly ProgramChoice[];
}

/** Gathers what a letter's paper is written from. */
@Injectable()
export class GatherPaperFacts {
  constructor(
    private readonly units: UnitFacts,
    private readonly programs: ProgramChoices,
    private readonly reasons: DeclineReasons,
    private readonly participants: ParticipantRepository,
    private readonly afterwards: GatherAfterwards,
    private readonly offices: GatherOfficeFacts,
  ) {}

  /**
   * @param visits the visit, or the legs of the trip that the reader may see
   * @param needs what the paper tells beside what all papers do
   */
  async execute(
    actor: Actor,
    letter: ReadableLetter,
    visits: readonly [VisitFacts, ...VisitFacts[]],
    needs: readonly PaperNeed[],
  ): Promise<PaperFacts> {
    const codes = visits.flatMap(({ guestUnit, hostUnit, joinedGuests }) => [
      guestUnit,
      hostUnit,
      ...joinedGuests,
    ]);
    const [units, programs, { signatureMark, ...around }] = await Promise.all([
      this.units.byCodes([...new Set(codes)]),
      this.programs.execute(),
      this.offices.execute(letter, visits[0], needs),
    ]);
    const told = await Promise.all(
      visits.map(async (visit) => this.visit(visit, needs, { actor, units, programs })),
    );
    return {
      letter: { ...letter, signatureMark },
      ...around,
      visits: told as [PaperVisit, ...PaperVisit[]],
    };
  }

  private async visit(visit: VisitFacts, needs: readonly PaperNeed[], known: Known): Promise<PaperVisit> {
    const [reason, people, afterwards] = await Promise.all([
      needs.includes('reason') ? this.reasons.of(visit.id) : null,
      needs.includes('people') ? this.participants.ofVisit(visit.id) : [],
      this.afterwards.execute(visit, needs),
    ]);
    return { ...toldOf(visit, known), ...afterwards, reason, people: people.filter(comes).map(guestOf) };
  }
}

/** Guests who said that they do not come, and who were not there, are in no statement. */
const comes = ({ side, answer, attendance }: ParticipantRow): boolean =>
  side === 'guest' && (attendance === null ? answer !== 'declined' : wasThere(attendance));

const guestOf = ({ name, rank, position, office }: ParticipantRow): PaperGuest => ({
  ...{ name, rank, position, office },
});

function toldOf(
  visit: VisitFacts,
  { actor, units, programs }: Known,
): Omit<PaperVisit, 'reason' | 'people' | keyof ToldAfterwards> {
  const { startsAt, endsAt, ownHours, requestLetterNumber, replyLetterNumber } = visit;
  const office = (code: string, name = units.get(code)?.name ?? code): PaperOffice => {
    const { kind, place } = units.get(code) ?? { kind: 'partner', place: null };
    return { code, name, kind, place: place || null };
  };
  return {
    ...{ reference: visit.reference, kind: visit.kind, title: visit.title, purpose: visit.purpose },
    ...{ topics: visit.topics, questions: visit.learningQuestions, conditions: visit.conditions },
    ...{ mode: visit.mode, place: visit.place, meetingLink: visit.meetingLink, zone: visit.timeZone },
    programs: programs.filter(({ code }) => visit.programs.includes(code)).map(programWords),
    time: { startsAt, endsAt, ownHours },
    proposed: proposedTime(visit),
    word: wordOf(visit),
    tookPlace: hasTrait(visit.state, 'tookPlace'),
    guests: [office(visit.guestUnit, visit.guestUnitName), ...visit.joinedGuests.map((code) => office(code))],
    host: office(visit.hostUnit, visit.hostUnitName),
    party: visit.partyCount,
    contact: {
      name: visit.contactName,
      phone: mayKnowVisitContact(visit, actor) ? visit.contactPhone : null,
    },
    request: { number: requestLetterNumber ?? '', datedOn: visit.requestLetterDate },
    reply: { number: replyLetterNumber ?? '', datedOn: visit.replyLetterDate },
    assignment: { number: visit.assignmentLetterNumber ?? '', datedOn: visit.assignmentLetterDate },
  };
}

const programWords = ({ framework, number, title }: ProgramChoice): string =>
  `${framework}${number === null ? '' : ` nomor ${number}`}: ${title}`;

/** What the host says, as the visit stands. */
function wordOf(visit: VisitFacts): HostWord {
  const { state, proposedBy } = visit;
  if (proposedBy === 'host' && proposedTime(visit) && hasTrait(state, 'carriesProposal')) return 'proposes';
  if (hasTrait(state, 'wasAgreed')) return 'accepts';
  return hasTrait(state, 'endsWithReason') ? 'declines' : 'open';
}
