import { Injectable } from '@nestjs/common';
import { found } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { LookAtNips, mayRecord, ReadVisit } from '../../visits/index.js';
import type { Strokes } from '../domain/signature.js';
import { FindCheckInFacts } from '../queries/check-in-facts.js';
import { Signatures } from '../storage/signatures.js';

type Readable = Awaited<ReturnType<ReadVisit['execute']>>;

/** The list of those who take part, with what they signed. */
export interface AttendanceSheet extends Pick<Readable, 'visit' | 'participants'> {
  signatures: ReadonlyMap<string, Strokes>;
  /** Whether each NIP stands there whole. */
  showsNip: boolean;
  /** Whether the reader records who is there. */
  mayRecord: boolean;
  /** Whether the reader may have people sign on a screen, where the host wants that. */
  takesSignatures: boolean;
}

@Injectable()
export class ReadAttendanceSheet {
  constructor(
    private readonly read: ReadVisit,
    private readonly look: LookAtNips,
    private readonly facts: FindCheckInFacts,
    private readonly signatures: Signatures,
  ) {}

  /** @throws RequestError `not-found` also for those who may not see the visit */
  execute(actor: Actor, visitId: string): Promise<AttendanceSheet> {
    return this.of(actor, visitId, this.read.execute(actor, visitId));
  }

  /** The same with each NIP whole, which is noted down before they are shown. */
  async whole(actor: Actor, visitId: string): Promise<AttendanceSheet> {
    return { ...(await this.of(actor, visitId, this.look.execute(actor, visitId))), showsNip: true };
  }

  private async of(
    actor: Actor,
    visitId: string,
    read: Promise<Pick<Readable, 'visit' | 'participants'>>,
  ): Promise<AttendanceSheet> {
    const [{ visit, participants }, facts, signatures] = await Promise.all([
      read,
      this.facts.of(visitId),
      this.signatures.ofVisit(visitId),
    ]);
    const { takesSignatures } = found(facts);
    const records = mayRecord(visit, actor);
    return {
      ...{ visit, participants, signatures, showsNip: false },
      mayRecord: records,
      takesSignatures: takesSignatures && records,
    };
  }
}
