import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/security/actor.js';
import { NoteChoices, type NoteChoiceLists } from '../queries/note-choices.js';
import type { NoteFact } from '../queries/note-facts.js';
import { NoteVisits, type NoteVisit } from '../queries/note-visits.js';

/** What the pages of notes show beside the notes themselves. */
@Injectable()
export class NoteSurroundings {
  constructor(
    private readonly lists: NoteChoices,
    private readonly visits: NoteVisits,
  ) {}

  choices(): Promise<NoteChoiceLists> {
    return this.lists.execute();
  }

  async programTitles(): Promise<ReadonlyMap<string, string>> {
    const { programs } = await this.choices();
    return new Map(programs.map(({ code, name }) => [code, name]));
  }

  /** The visit a note comes from; null when there is none that the actor may see. */
  async visitOf(actor: Actor, { visit }: NoteFact): Promise<NoteVisit | null> {
    return visit === null ? null : this.visits.byId(actor, visit);
  }

  ownVisits(actor: Actor, chosen: string | null): Promise<NoteVisit[]> {
    return this.visits.ofOwnUnit(actor, chosen);
  }
}
