import { Injectable } from '@nestjs/common';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { mayReadNote } from '../domain/note.js';
import { NoteFacts, type NoteFact } from '../queries/note-facts.js';

@Injectable()
export class ReadNote {
  constructor(private readonly facts: NoteFacts) {}

  /** @throws RequestError `not-found` also for those who may not see it */
  async execute(actor: Actor, id: string): Promise<NoteFact> {
    const note = found(await this.facts.byId(id));
    if (!mayReadNote(note, actor)) throw new RequestError('not-found');
    return note;
  }
}
