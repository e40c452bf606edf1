import { Injectable } from '@nestjs/common';
import { PageSources } from '../../platform/pages/page-sources.js';
import type { Gathered } from '../../platform/pages/section.js';
import type { Actor } from '../../platform/security/actor.js';
import { ReadVisit } from '../../visits/index.js';
import { sectionsFromSummary, type NoteTexts } from '../domain/note-fields.js';
import { VisitTexts, type VisitText } from './visit-texts.js';

/** What a note can be begun from. */
export interface NoteSource {
  visitId: string;
  title: string;
  texts: Gathered<VisitText[]>;
}

/** What a new note begins with. */
export type ImportedDraft = Partial<NoteTexts> & {
  topics: string;
  programs: readonly string[];
  visibility: string;
};

/** Begins a note with what was written of a visit. */
@Injectable()
export class ImportVisitTexts {
  constructor(
    private readonly visits: ReadVisit,
    private readonly texts: VisitTexts,
    private readonly sources: PageSources,
  ) {}

  /** @throws RequestError `not-found` also for those who may not see the visit */
  async source(actor: Actor, visitId: string): Promise<NoteSource> {
    const { visit } = await this.visits.execute(actor, visitId);
    const texts = await this.sources.gather(() => this.texts.ofVisit(visitId));
    return { visitId, title: visit.title, texts };
  }

  /**
   * @param chosen `isi.<key of a text>`: the section it goes into
   * @returns null when no text was chosen
   */
  async draft(
    actor: Actor,
    visitId: string,
    chosen: Readonly<Record<string, unknown>>,
  ): Promise<ImportedDraft | null> {
    if (!Object.keys(chosen).some((name) => name.startsWith('isi.'))) return null;
    const { visit } = await this.visits.execute(actor, visitId);
    const draft: ImportedDraft = {
      title: visit.title,
      topics: visit.topics.join('\n'),
      programs: visit.programs,
      visibility: 'nation',
    };
    for (const { key, text } of await this.texts.ofVisit(visitId)) {
      const section = sectionsFromSummary.find((name) => name === chosen[`isi.${key}`]);
      if (section) draft[section] = [draft[section], text].filter(Boolean).join('\n\n');
    }
    return draft;
  }
}
