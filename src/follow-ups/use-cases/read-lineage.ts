import { Injectable } from '@nestjs/common';
import { ReadNote, type NoteFact } from '../../notes/index.js';
import type { Actor } from '../../platform/security/actor.js';
import { LineageFacts, type LineageStep } from '../queries/lineage-facts.js';

/** A practice and its way from unit to unit. */
export interface Lineage {
  note: NoteFact;
  steps: LineageStep[];
}

@Injectable()
export class ReadLineage {
  constructor(
    private readonly notes: ReadNote,
    private readonly facts: LineageFacts,
  ) {}

  /** @throws RequestError `not-found` also for those who may not read the practice's note */
  async execute(actor: Actor, noteId: string): Promise<Lineage> {
    const note = await this.notes.execute(actor, noteId);
    return { note, steps: await this.facts.ofNote(actor, noteId) };
  }
}
