import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import type { Actor } from '../../platform/security/actor.js';
import { newId } from '../../platform/text/tokens.js';
import { NipLookEntity } from '../storage/nip-look.entity.js';
import { ReadVisit, type ReadableVisit } from './read-visit.js';

/** Whose NIP was shown. */
interface Looked {
  participantId: string | null;
  whose: string;
}

/** Notes down each NIP that somebody had shown whole. */
@Injectable()
export class NoteNipLooks {
  constructor(
    private readonly clock: Clock,
    @InjectRepository(NipLookEntity) private readonly looks: Rows<NipLookEntity>,
  ) {}

  async execute(actor: Actor, visitId: string, looked: readonly Looked[]): Promise<void> {
    const look = { visitId, lookedBy: actor.personId, lookedAt: this.clock.now() };
    const rows = looked.map((one) => ({ id: newId(), ...look, ...one }));
    if (rows.length > 0) await this.looks.insert(...rows);
  }
}

/** Shows the NIP of a visit's participants whole, to whoever may know them, and notes that down before they are shown. */
@Injectable()
export class LookAtNips {
  constructor(
    private readonly database: Database,
    private readonly read: ReadVisit,
    private readonly note: NoteNipLooks,
  ) {}

  /** @throws RequestError `not-found` also for those who may not see the visit */
  execute(actor: Actor, visitId: string): Promise<Pick<ReadableVisit, 'visit' | 'participants'>> {
    return this.database.transaction(async () => {
      const readable = await this.read.withParticipants(actor, visitId);
      const known = readable.participants.filter(({ nip }) => nip !== null);
      await this.note.execute(
        actor,
        visitId,
        known.map(({ id, name }) => ({ participantId: id, whose: name })),
      );
      return readable;
    });
  }
}
