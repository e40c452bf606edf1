import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { PageParts } from '../../platform/pages/page-parts.js';
import type { Actor } from '../../platform/security/actor.js';
import { NoteChoices, type NoteChoiceLists } from '../queries/note-choices.js';
import type { NoteFact } from '../queries/note-facts.js';
import { NoteVisits, type NoteVisit } from '../queries/note-visits.js';

declare module '../../platform/pages/page-parts.js' {
  interface PageSlots {
    /** Beside the text of a note that the actor may read, under what it is about. */
    note: { actor: Actor; noteId: string };
  }
}

/** What the pages of notes show beside the notes themselves. */
@Injectable()
export class NoteSurroundings {
  constructor(
    private readonly lists: NoteChoices,
    private readonly visits: NoteVisits,
    private readonly pageParts: PageParts,
  ) {}

  parts(actor: Actor, { id }: NoteFact): Promise<VNode[]> {
    return this.pageParts.render('note', { actor, noteId: id });
  }

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
