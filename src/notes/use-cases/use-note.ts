import { actsFor } from '../../platform/security/capabilities.js';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { localDate } from '../../platform/text/dates.js';
import { NoteError } from '../domain/error-codes.js';
import { mayUse } from '../domain/note-parts.js';
import { mayWrite } from '../domain/note.js';
import { NoteTalkRepository } from '../storage/note-talk-repository.js';
import { ReadNote } from './read-note.js';

/** "We use this": a unit says so of another unit's note. */
@Injectable()
export class UseNote {
  constructor(
    private readonly clock: Clock,
    private readonly read: ReadNote,
    private readonly talk: NoteTalkRepository,
  ) {}

  /**
   * @param since calendar date `YYYY-MM-DD`; today where it is left out
   * @throws NoteError `note-not-open`, `note-use-own`
   */
  async start(actor: Actor, noteId: string, since: string | undefined): Promise<void> {
    const note = await this.read.execute(actor, noteId);
    const unit = this.unitOf(actor);
    if (actsFor(actor, note.unit)) throw new NoteError('note-use-own');
    if (!mayUse(note, actor)) throw new NoteError('note-not-open', { state: note.state });
    const now = this.clock.now();
    await this.talk.use(noteId, unit, since ?? localDate(now, actor.timeZone), actor.personId, now);
  }

  /** Also of a note that is archived since. */
  async stop(actor: Actor, noteId: string): Promise<void> {
    await this.read.execute(actor, noteId);
    await this.talk.stopUse(noteId, this.unitOf(actor));
  }

  private unitOf(actor: Actor): string {
    if (actor.unit === null || !mayWrite(actor.unit, actor)) throw new RequestError('not-allowed');
    return actor.unit;
  }
}
