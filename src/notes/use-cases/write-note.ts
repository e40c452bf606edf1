import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { blankOf, type GivenOf } from '../../platform/text/field-description.js';
import { newId } from '../../platform/text/tokens.js';
import { UnitFacts } from '../../units/index.js';
import { ReadVisit } from '../../visits/index.js';
import { NoteError } from '../domain/error-codes.js';
import { noteFields } from '../domain/note-fields.js';
import { noteActionTo } from '../domain/note-states.js';
import { mayReadNote, mayWrite, type NoteState, type NoteVisibility } from '../domain/note.js';
import { NoteRepository, type LockedNote } from '../storage/note-repository.js';
import { StoreNote } from './store-note.js';

/** What is given of a note; undefined stays as it is. */
export type GivenNote = GivenOf<typeof noteFields> & {
  visit?: string | null | undefined;
  visibility?: NoteVisibility | undefined;
  /** Where it is to go with this change: the step that leads there is taken. */
  state?: NoteState | undefined;
};

/** Writes and changes the best-practice notes of the own unit. */
@Injectable()
export class WriteNote {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly units: UnitFacts,
    private readonly visits: ReadVisit,
    private readonly notes: NoteRepository,
    private readonly store: StoreNote,
  ) {}

  /**
   * @returns the id of the note
   * @throws NoteError `note-incomplete` naming each text that proposing or publishing lacks
   */
  async create(actor: Actor, unit: string, given: GivenNote): Promise<string> {
    if (!mayWrite(unit, actor)) throw new RequestError('not-allowed');
    return this.database.transaction(async () => {
      const now = this.clock.now();
      const blank: LockedNote = {
        ...blankNote,
        id: newId(),
        unit,
        // A unit's people belong to its region and zone.
        regionalOffice: actor.regionalOffice,
        timeZone: actor.timeZone,
        authorId: actor.personId,
        createdAt: now,
        changedAt: now,
      };
      await this.save(actor, blank, given);
      return blank.id;
    });
  }

  /** @throws NoteError `note-changed` naming the version that stands */
  async change(actor: Actor, id: string, version: number, given: GivenNote, reason = ''): Promise<void> {
    await this.database.transaction(async () => {
      const note = found(await this.notes.lock(id));
      if (!mayReadNote(note, actor)) throw new RequestError('not-found');
      if (!mayWrite(note.unit, actor)) throw new RequestError('not-allowed');
      if (note.version !== version)
        throw new NoteError('note-changed', { current: { version: note.version } });
      await this.save(actor, { ...note, version: version + 1 }, given, reason);
    });
  }

  private async save(
    actor: Actor,
    note: LockedNote,
    { state, ...given }: GivenNote,
    reason = '',
  ): Promise<void> {
    const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const changed: LockedNote = { ...note, ...known };
    await this.checkReferences(actor, changed, note);
    const unique = (values: string[]): string[] => [...new Set(values)];
    const { topics, programs } = changed;
    const action = state === undefined || state === note.state ? null : noteActionTo(note, state, actor);
    if (action === null && state !== undefined && state !== note.state) {
      throw new NoteError('note-step-not-allowed', { state: note.state });
    }
    await this.store.execute(
      actor,
      { ...changed, topics: unique(topics), programs: unique(programs) },
      action,
      reason,
    );
  }

  /** A note may come from a visit that its unit was part of, and that the writer may see. */
  private async checkReferences(
    actor: Actor,
    { visit, unit, programs }: LockedNote,
    before: LockedNote,
  ): Promise<void> {
    const [unknown] = await this.units.unknownPrograms(programs);
    if (unknown !== undefined) throw new NoteError('note-program-unknown', { program: unknown });
    if (visit === null || visit === before.visit) return;
    const { visit: facts } = await this.visits.execute(actor, visit);
    if (facts.guestUnit !== unit && facts.hostUnit !== unit) throw new NoteError('note-visit-elsewhere');
  }
}

const blankNote = {
  ...blankOf(noteFields),
  state: 'draft',
  visibility: 'nation',
  version: 1,
  visit: null,
  publishedAt: null,
  reviewDueOn: null,
  archivedAt: null,
} as const;
