import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import {
  ActAsParticipant,
  arrivedAs,
  aspectsChanged,
  hasTrait,
  LATE_ENTRY,
  participantChanges,
  ParticipantRepository,
  visitAspectsByParticipantField,
  wasThere,
  type Attendance,
  type OwnChange,
  type ParticipantRow,
} from '../../visits/index.js';
import { CheckInError } from '../domain/error-codes.js';
import { dayStart } from '../domain/code-times.js';
import { readPersonalCode } from '../domain/personal-code.js';
import { FindCheckInFacts, type CheckInFacts } from '../queries/check-in-facts.js';
import { CheckInCodes, type CheckInSession } from './check-in-codes.js';
import { GuessLimit } from './guess-limit.js';

/** What stands after somebody said so. */
export interface CheckedIn {
  participantId: string;
  name: string;
  attendance: Attendance;
  at: Date;
}

/** Of whom it is known that it is that person who says so, and not somebody who read a name in a list. */
type Proof = 'name' | 'own';

/** Lets those who come say at the door that they are there, each once. */
@Injectable()
export class CheckIn {
  constructor(
    private readonly clock: Clock,
    private readonly act: ActAsParticipant,
    private readonly participants: ParticipantRepository,
    private readonly facts: FindCheckInFacts,
    private readonly codes: CheckInCodes,
    private readonly guesses: GuessLimit,
  ) {}

  /**
   * @param entry made by the device; sent again it is the same
   * @param proof `name` where a name was chosen from the list, which may be that of somebody else
   * @throws CheckInError `already-there`, `officer-said-otherwise`, `check-in-closed`
   * @throws RequestError `not-found` for somebody who does not take part
   */
  async execute(
    session: CheckInSession,
    participantId: string,
    entry: string,
    proof: Proof,
  ): Promise<CheckedIn> {
    const { facts, scannedAt } = session;
    assertOpen(facts);
    let standing: ParticipantRow | undefined;
    await this.act.execute(facts.visitId, participantId, async ({ participant, now }) => {
      standing = participant;
      if (isSaid(participant, entry, scannedAt, proof)) return null;
      const came = cameAs(participant, { facts, cameAt: scannedAt, entry, now });
      await this.participants.save(came);
      standing = came;
      return changeOf(participant, came);
    });
    return checkedIn(standing);
  }

  /**
   * The same by the code that stands on a participant's own page.
   *
   * @throws CheckInError `personal-code-unknown`; RequestError `too-many-requests`; and as `execute`
   */
  async byCode(session: CheckInSession, typed: string, entry: string): Promise<CheckedIn> {
    const { facts, device } = session;
    assertOpen(facts);
    const guess = this.guesses.take(facts.visitId, device);
    const wanted = readPersonalCode(typed);
    const names = await this.facts.namesOf(facts.visitId);
    const found = names.filter(({ id }) => this.codes.personalCode(facts, id) === wanted);
    const [only] = found;
    // Of two with one code nobody knows which it is: they choose their names.
    if (!only || found.length > 1) throw new CheckInError('personal-code-unknown');
    guess.right();
    return this.execute(session, only.id, entry, 'own');
  }

  /** When it is too late for the summary, so that it is told as late; null for what came in time. */
  lateAt({ state }: CheckInFacts): Date | null {
    return hasTrait(state, 'dayOpen') ? null : this.clock.now();
  }
}

/** @throws CheckInError `check-in-closed` */
export function assertOpen({ state }: CheckInFacts): void {
  if (!hasTrait(state, 'agreed')) throw new CheckInError('check-in-closed');
}

/** Whether there is nothing left to say. @throws CheckInError `already-there`, `officer-said-otherwise` */
function isSaid(participant: ParticipantRow, entry: string, scannedAt: Date, proof: Proof): boolean {
  const { attendance, attendanceAt, attendanceEntry } = participant;
  if (attendanceEntry === entry) return true;
  if (wasThere(attendance)) {
    if (proof === 'name') throw new CheckInError('already-there');
    return true;
  }
  if (attendance !== null && attendanceAt !== null && attendanceAt > scannedAt) {
    throw new CheckInError('officer-said-otherwise');
  }
  return false;
}

interface Arrival {
  facts: CheckInFacts;
  cameAt: Date;
  entry: string;
  now: Date;
}

function cameAs(participant: ParticipantRow, { facts, cameAt, entry, now }: Arrival): ParticipantRow {
  return {
    ...participant,
    attendance: arrivedAs(cameAt, dayStart(facts, cameAt), facts.lateMinutes),
    attendanceAt: cameAt,
    attendanceBy: null,
    attendanceOwn: true,
    attendanceEntry: entry,
    attendanceLateAt: hasTrait(facts.state, 'dayOpen') ? null : now,
    representedBy: null,
  };
}

function changeOf(before: ParticipantRow, after: ParticipantRow): OwnChange {
  return {
    name: after.name,
    action: after.attendanceLateAt ? LATE_ENTRY : 'check-in',
    reason: null,
    beside: aspectsChanged(visitAspectsByParticipantField, before, after),
    changes: participantChanges(before, after),
  };
}

function checkedIn(participant: ParticipantRow | undefined): CheckedIn {
  if (!participant?.attendance || !participant.attendanceAt) throw new CheckInError('check-in-closed');
  const { id, name, attendance, attendanceAt } = participant;
  return { participantId: id, name, attendance, at: attendanceAt };
}
