import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { CheckInError } from '../domain/error-codes.js';
import { readStrokes } from '../domain/signature.js';
import { Signatures } from '../storage/signatures.js';
import { DoorAccess } from './door-access.js';

/** Keeps signatures by finger, where the host wants them. */
@Injectable()
export class SignAttendance {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly door: DoorAccess,
    private readonly signatures: Signatures,
  ) {}

  /**
   * Stores somebody's signature, in place of the one before.
   *
   * @param text the strokes as a page sent them
   * @throws CheckInError `signature-unreadable`, `signatures-not-taken`; and as DoorAccess.execute
   */
  async execute(actor: Actor, visitId: string, participantId: string, text: string): Promise<void> {
    const strokes = readStrokes(text);
    if (!strokes) throw new CheckInError('signature-unreadable');
    await this.inVisit(actor, visitId, participantId, () =>
      this.signatures.put(participantId, strokes, this.clock.now()),
    );
  }

  /** Takes a signature away. @throws as `execute` */
  remove(actor: Actor, visitId: string, participantId: string): Promise<void> {
    return this.inVisit(actor, visitId, participantId, () => this.signatures.remove(participantId));
  }

  private inVisit(
    actor: Actor,
    visitId: string,
    participantId: string,
    work: () => Promise<void>,
  ): Promise<void> {
    return this.database.transaction(async () => {
      const { participants, facts } = await this.door.execute(actor, visitId);
      found(participants.find(({ id }) => id === participantId));
      if (!facts.takesSignatures) throw new CheckInError('signatures-not-taken');
      await work();
    });
  }
}
