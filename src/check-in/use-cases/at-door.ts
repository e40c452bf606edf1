import { Injectable } from '@nestjs/common';
import { CheckInError } from '../domain/error-codes.js';
import { FindCheckInFacts, type ListedName } from '../queries/check-in-facts.js';
import { CheckIn, type CheckedIn } from './check-in.js';
import { CheckInCodes, type CheckInSession } from './check-in-codes.js';
import { DoorQueue } from './door-queue.js';
import { RegisterWalkIn } from './register-walk-in.js';
import { readCode } from './sign-codes.js';
import type { DoorForm, WalkInForm } from './walk-in.dto.js';

/** A scan, and who is listed. */
export interface ScannedDoor {
  session: CheckInSession;
  names: ListedName[];
}

/** Somebody who was noted, and by which scan. */
export interface Noted {
  session: CheckInSession;
  came: CheckedIn;
}

/** What people do at a visit's door, one after another. */
@Injectable()
export class AtDoor {
  constructor(
    private readonly codes: CheckInCodes,
    private readonly facts: FindCheckInFacts,
    private readonly checkIn: CheckIn,
    private readonly walkIn: RegisterWalkIn,
    private readonly queue: DoorQueue,
  ) {}

  /**
   * What a code shows.
   *
   * @param before the session that the browser has, if any
   * @throws CheckInError `code-worn-out`, `check-in-closed`
   */
  scan(code: string, before: string | undefined): Promise<ScannedDoor> {
    return this.queue.serve(`${doorOf(code)} look`, async () =>
      this.listed(await this.codes.scan(code, before)),
    );
  }

  /** What a scan shows that was made before. @throws CheckInError `code-worn-out` */
  async again(token: string): Promise<ScannedDoor> {
    return this.listed(await this.sessionOf(token));
  }

  /**
   * @param personId who is signed in: for the own name nobody else can be meant
   * @throws as CheckIn.execute, and CheckInError `code-worn-out`
   */
  byName(
    { id, session, participant }: DoorForm & { participant: string },
    personId: string | null,
  ): Promise<Noted> {
    return this.inTurn(session, async (scan) => {
      const names = personId === null ? [] : await this.facts.namesOf(scan.facts.visitId);
      const isOwn = names.some((each) => each.id === participant && each.personId === personId);
      return this.checkIn.execute(scan, participant, id, isOwn ? 'own' : 'name');
    });
  }

  /** @throws as CheckIn.byCode, and CheckInError `code-worn-out` */
  byCode({ id, session, code }: DoorForm & { code: string }): Promise<Noted> {
    return this.inTurn(session, (scan) => this.checkIn.byCode(scan, code, id));
  }

  /** @throws as RegisterWalkIn.execute, and CheckInError `code-worn-out` */
  unlisted({ session, ...given }: WalkInForm): Promise<Noted> {
    return this.inTurn(session, (scan) => this.walkIn.execute(scan, given));
  }

  private inTurn(token: string, work: (scan: CheckInSession) => Promise<CheckedIn>): Promise<Noted> {
    return this.queue.serve(doorOf(token), async () => {
      const session = await this.sessionOf(token);
      return { session, came: await work(session) };
    });
  }

  private async listed(session: CheckInSession): Promise<ScannedDoor> {
    return { session, names: await this.facts.namesOf(session.facts.visitId) };
  }

  private async sessionOf(token: string): Promise<CheckInSession> {
    const session = await this.codes.session(token);
    if (!session) throw new CheckInError('code-worn-out');
    return session;
  }
}

/** Whose line somebody stands in who comes with a code. */
const doorOf = (code: string): string => readCode(code)?.visitId ?? '';
