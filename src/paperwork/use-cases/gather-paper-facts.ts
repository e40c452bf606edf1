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
import type { HostWord, PaperFacts, PaperGuest, PaperOffice, PaperVisit } from '../domain/paper-facts.js';
import { DeclineReasons } from '../queries/decline-reason.js';
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
  ) {}

  /** @param visits the visit, or the legs of the trip that the reader may see */
  async execute(
    actor: Actor,
    letter: ReadableLetter,
    visits: readonly [VisitFacts, ...VisitFacts[]],
  ): Promise<PaperFacts> {
    const codes = visits.flatMap(({ guestUnit, hostUnit, joinedGuests }) => [
      guestUnit,
      hostUnit,
      ...joinedGuests,
    ]);
    const [units, programs] = await Promise.all([
      this.units.byCodes([...new Set(codes)]),
      this.programs.execute(),
    ]);
    const told = await Promise.all(
      visits.map(async (visit) => this.visit(visit, letter, { actor, units, programs })),
    );
    return { letter, visits: told as [PaperVisit, ...PaperVisit[]] };
  }

  private async visit(visit: VisitFacts, letter: ReadableLetter, known: Known): Promise<PaperVisit> {
    const [reason, people] = await Promise.all([
      letter.kind === 'surat-balasan' ? this.reasons.of(visit.id) : null,
      letter.kind === 'surat-keterangan' ? this.participants.ofVisit(visit.id) : [],
    ]);
    return { ...toldOf(visit, known), reason, people: people.filter(comes).map(guestOf) };
  }
}

/** Guests who said that they do not come, and who were not there, are in no statement. */
const comes = ({ side, answer, attendance }: ParticipantRow): boolean =>
  side === 'guest' && (attendance === null ? answer !== 'declined' : wasThere(attendance));

const guestOf = ({ name, rank, position, office }: ParticipantRow): PaperGuest => ({
  ...{ name, rank, position, office },
});

function toldOf(visit: VisitFacts, { actor, units, programs }: Known): Omit<PaperVisit, 'reason' | 'people'> {
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
