import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/text/tokens.js';
import { wasThere, type ParticipantRow } from '../../visits/index.js';
import { isCheckInOpen } from '../domain/code-times.js';
import { CheckInError } from '../domain/error-codes.js';
import { shownPersonalCode } from '../domain/personal-code.js';
import { FindCheckInFacts } from '../queries/check-in-facts.js';
import { CheckIn, type CheckedIn } from './check-in.js';
import { CheckInCodes } from './check-in-codes.js';
import { DoorQueue } from './door-queue.js';

/** What a participant's own page says of the door. */
export interface OwnCheckIn {
  /** As it is shown. */
  code: string;
  /** Whether the page was opened after a scan, so that one press is enough. */
  hasScanned: boolean;
}

/** Lets a participant say on the own page that it is there, once the code at the door was scanned. */
@Injectable()
export class OwnCheckIns {
  constructor(
    private readonly clock: Clock,
    private readonly facts: FindCheckInFacts,
    private readonly codes: CheckInCodes,
    private readonly checkIn: CheckIn,
    private readonly queue: DoorQueue,
  ) {}

  /**
   * Null where nothing is to be said at a door: on another day, and of somebody who was seen.
   *
   * @param token the scan that the browser has, if any
   */
  async of(
    { id, visitId, attendance }: Pick<ParticipantRow, 'id' | 'visitId' | 'attendance'>,
    token: string | undefined,
  ): Promise<OwnCheckIn | null> {
    if (wasThere(attendance)) return null;
    const [facts, session] = await Promise.all([this.facts.of(visitId), this.codes.session(token, visitId)]);
    if (!facts || !isCheckInOpen(facts, this.clock.now())) return null;
    const code = shownPersonalCode(this.codes.personalCode(facts, id));
    return { code, hasScanned: session !== null };
  }

  /** @throws CheckInError `code-worn-out` without a scan that is still good, and as `CheckIn.execute` */
  async say(
    { participantId, visitId }: { participantId: string; visitId: string },
    token: string | undefined,
  ): Promise<CheckedIn> {
    const session = await this.codes.session(token, visitId);
    if (!session) throw new CheckInError('code-worn-out');
    return this.queue.serve(visitId, () => this.checkIn.execute(session, participantId, newId(), 'own'));
  }
}
