import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { newId } from '../../platform/text/tokens.js';
import { UnitFacts } from '../../units/index.js';
import { ReadVisit } from '../../visits/index.js';
import { NoteError } from '../domain/error-codes.js';
import { mayReadNote, mayWrite, missingTexts, type NoteState, type NoteTexts } from '../domain/note.js';
import { NoteRepository, type NoteRow } from '../storage/note-repository.js';

/** What is given of a note; undefined stays as it is. */
export type GivenNote = { [Field in keyof NoteTexts]?: NoteTexts[Field] | undefined } & {
  topics?: string[] | undefined;
  programs?: string[] | undefined;
  visit?: string | null | undefined;
  state?: NoteState | undefined;
};

/** Writes, changes and publishes the best-practice notes of the own unit. */
@Injectable()
export class WriteNote {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly units: UnitFacts,
    private readonly visits: ReadVisit,
    private readonly notes: NoteRepository,
  ) {}

  /**
   * @returns the id of the note
   * @throws NoteError `note-incomplete` naming each text that publishing lacks
   */
  async create(actor: Actor, unit: string, given: GivenNote): Promise<string> {
    if (!mayWrite(unit, actor)) throw new RequestError('not-allowed');
    return this.database.transaction(async () => {
      const now = this.clock.now();
      const blank: NoteRow = {
        ...blankNote,
        id: newId(),
        unit,
        authorId: actor.personId,
        createdAt: now,
        changedAt: now,
      };
      await this.save(actor, blank, given);
      return blank.id;
    });
  }

  /** @throws NoteError `note-changed` naming the version that stands */
  async change(actor: Actor, id: string, version: number, given: GivenNote): Promise<void> {
    await this.database.transaction(async () => {
      const note = found(await this.notes.lock(id));
      if (!mayReadNote(note, actor)) throw new RequestError('not-found');
      if (!mayWrite(note.unit, actor)) throw new RequestError('not-allowed');
      if (note.version !== version)
        throw new NoteError('note-changed', { current: { version: note.version } });
      await this.save(actor, { ...note, version: version + 1 }, given);
    });
  }

  private async save(actor: Actor, note: NoteRow, given: GivenNote): Promise<void> {
    const now = this.clock.now();
    const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const changed: NoteRow = { ...note, ...known, changedAt: now };
    if (changed.state === 'published') {
      const faults = missingTexts(changed);
      if (faults.length > 0) throw new NoteError('note-incomplete', {}, faults);
    }
    await this.checkReferences(actor, changed, note);
    const publishedAt = changed.state === 'published' ? (note.publishedAt ?? now) : null;
    const unique = (values: string[]): string[] => [...new Set(values)];
    const { topics, programs } = changed;
    await this.notes.save({ ...changed, publishedAt, topics: unique(topics), programs: unique(programs) });
  }

  /** A note may come from a visit that its unit was part of, and that the writer may see. */
  private async checkReferences(
    actor: Actor,
    { visit, unit, programs }: NoteRow,
    before: NoteRow,
  ): Promise<void> {
    const [unknown] = await this.units.unknownPrograms(programs);
    if (unknown !== undefined) throw new NoteError('note-program-unknown', { program: unknown });
    if (visit === null || visit === before.visit) return;
    const { visit: facts } = await this.visits.execute(actor, visit);
    if (facts.guestUnit !== unit && facts.hostUnit !== unit) throw new NoteError('note-visit-elsewhere');
  }
}

const blankNote = {
  state: 'draft',
  version: 1,
  title: '',
  context: '',
  whatWasDone: '',
  result: '',
  howToCopy: '',
  topics: [] as string[],
  programs: [] as string[],
  visit: null,
  publishedAt: null,
} as const;
