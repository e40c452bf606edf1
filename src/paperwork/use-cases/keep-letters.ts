import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { LooseFiles } from '../../platform/files/loose-files.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { newId } from '../../platform/text/tokens.js';
import { FileRepository } from '../../visits/index.js';
import { PaperError } from '../domain/error-codes.js';
import type { GivenLetter } from '../domain/letter-fields.js';
import {
  blankDetails,
  foreignDetails,
  isNipUnsound,
  readDetails,
  type GivenDetails,
} from '../domain/letter-details.js';
import { saysMinutes, type SessionMinutes } from '../domain/session-minutes.js';
import { letterKindWords, slotOf, type LetterDirection, type LetterKind } from '../domain/letter-kinds.js';
import { writeNumber } from '../domain/number-pattern.js';
import { paperKindOf } from '../domain/paper-kinds.js';
import { LetterRepository, type LetterPlace, type LetterRow } from '../storage/letter-repository.js';
import { LetterTemplateRepository } from '../storage/letter-template-repository.js';
import { OfficePaperRepository } from '../storage/office-paper-repository.js';
import { LetterPlaces, namedBy, type LetterAround, type LetterChange } from './letter-places.js';
import { lockLetter, type SeenLetter } from './lock-letter.js';
import { TakeSnapshot } from './take-snapshot.js';

/** Whether the office's own counter gives the number, where none is typed. */
interface Drawing {
  draws?: boolean | undefined;
}

/** A new line of the register. */
export interface NewLetter extends GivenLetter, Drawing {
  /** In whose register; the only one for which the actor keeps letters where it is left out. */
  organisation?: string | undefined;
  kind: LetterKind;
  direction: LetterDirection;
}

/** What changes of a line; what is left out stays. */
export interface LetterEdit extends GivenLetter, Drawing {
  /** Whether letterhead, signer and party are written down anew. */
  renews?: boolean | undefined;
  generatedFile?: string | null | undefined;
  signedFile?: string | null | undefined;
  /** What its kind says of itself alone. */
  details?: GivenDetails | undefined;
  /** Of a notula, all of them. */
  minutes?: readonly SessionMinutes[] | undefined;
}

/** What letters are made from and kept in. */
@Injectable()
export class LetterStore {
  constructor(
    readonly letters: LetterRepository,
    readonly papers: OfficePaperRepository,
    readonly files: FileRepository,
    readonly loose: LooseFiles,
    readonly templates: LetterTemplateRepository,
  ) {}
}

/** Keeps the register of letters of visits and trips: each party its own. */
@Injectable()
export class KeepLetters {
  constructor(
    private readonly clock: Clock,
    private readonly places: LetterPlaces,
    private readonly store: LetterStore,
    private readonly snapshots: TakeSnapshot,
  ) {}

  /** @returns its id. @throws PaperError `number-pattern-missing`; RequestError `not-found`, `not-allowed` */
  async add(actor: Actor, place: LetterPlace, given: NewLetter): Promise<string> {
    const id = await this.places.change(actor, place, 'add-letter', async (around) => {
      const organisation = given.organisation ?? around.offices[0] ?? '';
      if (!around.offices.includes(organisation)) throw new RequestError('not-allowed');
      const blank = await this.blank(actor, around, { ...given, organisation });
      const { letter, named } = await this.numbered(around, filled(blank, given), given);
      await this.store.letters.put(letter);
      return { result: letter.id, ...named, before: null, after: letterKindWords[letter.kind] };
    });
    return found(id);
  }

  /** @throws PaperError `letter-changed`, `letter-sent`, `number-pattern-missing`, `letter-number-kept`, `copy-kept`; RequestError as `add` */
  async change(actor: Actor, place: LetterPlace, seen: SeenLetter, given: LetterEdit): Promise<void> {
    await this.places.change(actor, place, 'change-letter', async (around) => {
      const standing = await lockLetter(this.store.letters, around, seen);
      const edit = given.details
        ? { ...given, details: readDetails(standing.details, given.details) }
        : given;
      assertOpen(standing, edit);
      assertDetails(standing.kind, edit);
      await this.assertFiles(around, edit);
      if (edit.signedFile && (await this.store.letters.copyOf(seen.id))) throw new PaperError('copy-kept');
      const { letter, named } = await this.numbered(around, filled(standing, edit), edit);
      const party = edit.renews ? await this.places.partyOf(actor, around, letter.organisation) : [];
      const datedOn = named?.named?.datedOn ?? letter.datedOn;
      const snapshot = edit.renews
        ? await this.snapshots.execute(letter.organisation, datedOn, party)
        : letter.snapshot;
      await this.store.letters.put({ ...letter, snapshot, version: standing.version + 1 });
      return this.changeOf(standing, named);
    });
  }

  /** Marks it as sent: the other parties read it, and it stays as it is. @throws as `change` */
  async send(actor: Actor, place: LetterPlace, seen: SeenLetter): Promise<void> {
    await this.places.change(actor, place, 'send-letter', async (around) => {
      const letter = await lockLetter(this.store.letters, around, seen);
      if (letter.sentAt !== null) return null;
      const template = paperKindOf(letter) && (await this.store.templates.applying(letter));
      const sent = { sentAt: this.clock.now(), template: template?.id ?? null };
      await this.store.letters.put({ ...letter, ...sent, version: letter.version + 1 });
      return this.changeOf(letter);
    });
  }

  /** @throws PaperError `letter-sent`, `letter-number-kept` where a number was given after its own; RequestError as `add` */
  async remove(actor: Actor, place: LetterPlace, seen: SeenLetter): Promise<void> {
    await this.places.change(actor, place, 'remove-letter', async (around) => {
      const letter = await lockLetter(this.store.letters, around, seen);
      if (letter.sentAt !== null) throw new PaperError('letter-sent');
      const { organisation, drawnYear, drawnNumber, slot } = letter;
      const isDrawn = drawnYear !== null && drawnNumber !== null;
      if (isDrawn && !(await this.store.letters.giveBack(organisation, drawnYear, drawnNumber))) {
        throw new PaperError('letter-number-kept');
      }
      const copy = await this.store.letters.copyOf(letter.id);
      await this.store.letters.remove(letter.id);
      if (copy) await this.store.loose.release(copy.stored);
      const named = isDrawn && slot ? { named: { slot, number: '', datedOn: null } } : {};
      return { result: null, ...named, before: letterKindWords[letter.kind], after: null };
    });
  }

  private changeOf({ kind }: LetterRow, named: Pick<LetterChange<null>, 'named'> = {}): LetterChange<null> {
    return { result: null, ...named, before: letterKindWords[kind], after: letterKindWords[kind] };
  }

  /** A line with what its office says of new letters. */
  private async blank(
    actor: Actor,
    around: LetterAround,
    { organisation, kind, direction, datedOn = null }: NewLetter & { organisation: string },
  ): Promise<LetterRow> {
    const [papers, party, there] = await Promise.all([
      this.store.papers.of(organisation),
      this.places.partyOf(actor, around, organisation),
      this.store.letters.of(around.place),
    ]);
    const [visit] = around.visits;
    const slot = around.place.visitId && visit ? slotOf({ organisation, kind, direction }, visit) : null;
    return {
      ...{ id: newId(), ...around.place, organisation, kind, direction },
      slot: there.some((letter) => letter.slot === slot) ? null : slot,
      ...{ number: '', datedOn: null, nature: 'biasa', attachment: '', subject: '', basis: '', dipa: '' },
      ...{ signing: papers.signing, details: blankDetails, minutes: [] },
      classification: direction === 'out' ? papers.classificationCode : null,
      copies: direction === 'out' ? papers.copies : [],
      ...{ drawnYear: null, drawnNumber: null, generatedFile: null, signedFile: null, sentAt: null },
      template: null,
      snapshot: await this.snapshots.execute(organisation, datedOn, party),
      ...{ version: 1, writtenBy: actor.personId, writtenAt: this.clock.now() },
    };
  }

  /** The letter with its number, drawn where that is asked for; of one that the visit names number and date go there. */
  private async numbered(
    { visits }: LetterAround,
    given: LetterRow,
    { draws = false, number, datedOn }: GivenLetter & Drawing,
  ): Promise<{ letter: LetterRow; named?: Pick<LetterChange<null>, 'named'> }> {
    const [visit] = visits;
    const { slot } = given;
    const there = slot && visit ? namedBy(visit, slot) : given;
    const told = {
      number: slot ? number || there.number : given.number,
      datedOn: slot && datedOn === undefined ? there.datedOn : (datedOn ?? given.datedOn),
    };
    const drawn =
      draws && !number && given.drawnNumber === null ? await this.draw(given, told.datedOn) : null;
    const numbers = drawn ? { number: drawn.number, datedOn: drawn.datedOn } : told;
    const letter = { ...given, ...(drawn && { drawnYear: drawn.year, drawnNumber: drawn.last }) };
    if (!slot) return { letter: { ...letter, ...numbers } };
    return { letter: { ...letter, number: '', datedOn: null }, named: { named: { slot, ...numbers } } };
  }

  private async draw({ organisation, classification, snapshot }: LetterRow, datedOn: string | null) {
    const { numberPattern, numberCode } = await this.store.papers.of(organisation);
    if (numberPattern === null) throw new PaperError('number-pattern-missing');
    const date = datedOn ?? snapshot.takenOn;
    const year = Number(date.slice(0, 4));
    const last = await this.store.letters.draw(organisation, year);
    const facts = { number: last, datedOn: date, code: numberCode, classification };
    return { year, last, datedOn: date, number: writeNumber(numberPattern, facts) };
  }

  /** @throws RequestError `validation-failed` for a file that is none of the visit's */
  private async assertFiles({ visits }: LetterAround, edit: LetterEdit): Promise<void> {
    const named = (['generatedFile', 'signedFile'] as const).filter((field) => edit[field]);
    if (named.length === 0) return;
    const files = (await Promise.all(visits.map(({ id }) => this.store.files.ofVisit(id)))).flat();
    const unknown = named.filter((field) => !files.some(({ id }) => id === edit[field]));
    if (unknown.length > 0) {
      const faults = unknown.map((field) => ({ field, message: 'bukan berkas kunjungan ini' }));
      throw new RequestError('validation-failed', {}, faults);
    }
  }
}

const told = [
  'nature',
  'attachment',
  'subject',
  'classification',
  'copies',
  'basis',
  'dipa',
  'number',
  'datedOn',
  'signing',
] as const;
const files = ['generatedFile', 'signedFile'] as const;

/** A letter with what is given of it. */
function filled(letter: LetterRow, given: GivenLetter & LetterEdit): LetterRow {
  const set = [...told, ...files].filter((field) => given[field] !== undefined);
  const details = Object.entries(given.details ?? {}).filter(([, value]) => value !== undefined);
  return {
    ...letter,
    ...Object.fromEntries(set.map((field) => [field, given[field]])),
    details: { ...letter.details, ...Object.fromEntries(details) },
    minutes: given.minutes ? given.minutes.filter(saysMinutes) : letter.minutes,
  };
}

/** @throws RequestError `validation-failed` for what the kind of letter does not say */
function assertDetails(kind: LetterKind, { details = {}, minutes }: LetterEdit): void {
  const foreign = [...foreignDetails(kind, details), ...(minutes && kind !== 'notula' ? ['minutes'] : [])];
  const faults = foreign.map((field) => ({ field, message: 'bukan isian naskah ini' }));
  if (isNipUnsound(details)) faults.push({ field: 'authorityNip', message: 'harus 18 angka' });
  if (faults.length > 0) throw new RequestError('validation-failed', {}, faults);
}

/** @throws PaperError `letter-sent` where more than files would change, `letter-number-kept` for another number than was drawn */
function assertOpen({ sentAt, drawnNumber }: LetterRow, edit: LetterEdit): void {
  const changes =
    told.some((field) => edit[field] !== undefined) ||
    Object.values(edit.details ?? {}).some((value) => value !== undefined) ||
    edit.minutes !== undefined ||
    edit.renews === true ||
    edit.draws === true;
  if (sentAt !== null && changes) throw new PaperError('letter-sent');
  if (drawnNumber !== null && edit.number) throw new PaperError('letter-number-kept');
}
