import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { TripPlaces } from '../../trips/index.js';
import { FileRepository, NoteNipLooks, type VisitFacts } from '../../visits/index.js';
import { mayReadLetter, maySeeNips, mayTakePaper, officesOf } from '../domain/letter-policies.js';
import { letterSlots, type LetterSlot } from '../domain/letter-kinds.js';
import type { SignedCopy } from '../domain/signed-copy.js';
import type { LetterSnapshot } from '../domain/letter-snapshot.js';
import { paperKindOf } from '../domain/paper-kinds.js';
import {
  LetterRepository,
  type LetterHead,
  type LetterPlace,
  type LetterRow,
} from '../storage/letter-repository.js';
import { OfficePaperRepository } from '../storage/office-paper-repository.js';
import { LetterPlaces, namedBy, reads, type LetterAround, type NumberAndDate } from './letter-places.js';

/** A letter as somebody may see it, with number and date wherever they stand. */
export interface ReadableLetter extends LetterRow {
  /** Whether it is one of the trip's that the visit is a leg of. */
  isOfTrip: boolean;
  mayChange: boolean;
  /** Whether the reader may have the NIP in it shown. */
  mayLook: boolean;
  /** Whether it has a paper that the reader may take away. */
  mayTake: boolean;
  /** The signed copy that was uploaded. */
  copy: SignedCopy | null;
}

/** A letter that the visit names, and that has no line in the register yet. */
export type NamedLetter = NumberAndDate & { slot: LetterSlot };

/** The register of a visit or a trip as somebody may see it. */
export interface LetterRegister {
  around: LetterAround;
  letters: ReadableLetter[];
  named: NamedLetter[];
  /** Of the offices for which the reader keeps letters those that number them by themselves. */
  numbering: string[];
  files: { id: string; name: string }[];
}

/** Reads registers of letters. */
@Injectable()
export class ReadLetters {
  constructor(
    private readonly places: LetterPlaces,
    private readonly letters: LetterRepository,
    private readonly papers: OfficePaperRepository,
    private readonly tripPlaces: TripPlaces,
    private readonly files: FileRepository,
  ) {}

  /** @throws RequestError `not-found` also for those who may not see it */
  async execute(actor: Actor, place: LetterPlace): Promise<LetterRegister> {
    const around = await this.places.around(actor, place);
    const [own, ofTrip, papers, files] = await Promise.all([
      this.letters.of(place),
      this.ofTrip(place),
      Promise.all(around.offices.map((office) => this.papers.of(office))),
      Promise.all(around.visits.map(({ id }) => this.files.ofVisit(id))),
    ]);
    const letters = [...own, ...ofTrip].filter((letter) => reads(around, letter, actor));
    const copies = await this.letters.copiesOf(letters.map(({ id }) => id));
    return {
      around,
      letters: letters.map((letter) => ({
        ...readable(around, letter, actor),
        copy: copies.get(letter.id) ?? null,
      })),
      named: namedWithout(around, own),
      numbering: papers
        .filter(({ numberPattern }) => numberPattern !== null)
        .map(({ organisation }) => organisation),
      files: files.flat().map(({ id, name }) => ({ id, name })),
    };
  }

  /** The letters of a visit by name, and whether the reader, who may see it, keeps any. */
  async heads(actor: Actor, visit: VisitFacts): Promise<{ heads: LetterHead[]; keeps: boolean }> {
    const all = await this.letters.heads(visit.id);
    const heads = all
      .filter((letter) => mayReadLetter(visit, letter, actor))
      .map((head) => (head.slot ? { ...head, number: namedBy(visit, head.slot).number } : head));
    return { heads, keeps: officesOf(visit, actor).length > 0 };
  }

  /** One letter. @throws RequestError `not-found` also for those who may not see it */
  async one(
    actor: Actor,
    id: string,
  ): Promise<{ place: LetterPlace; letter: ReadableLetter; around: LetterAround }> {
    const place = placeOf(found(await this.letters.byId(id)));
    const { letters, around } = await this.execute(actor, place);
    return { place, around, letter: found(letters.find((letter) => letter.id === id)) };
  }

  private async ofTrip({ visitId }: LetterPlace): Promise<LetterRow[]> {
    if (visitId === null) return [];
    const [trip] = await this.tripPlaces.ofVisits([visitId]);
    return trip ? this.letters.of({ visitId: null, tripId: trip.tripId }) : [];
  }
}

/** Shows the NIP of a letter whole, which is noted down before. */
@Injectable()
export class LookAtLetterNips {
  constructor(
    private readonly database: Database,
    private readonly read: ReadLetters,
    private readonly note: NoteNipLooks,
  ) {}

  /** @throws RequestError `not-found`; `not-allowed` for those of another party */
  async execute(actor: Actor, id: string): Promise<LetterSnapshot> {
    return this.database.transaction(async () => {
      const { letter, around } = await this.read.one(actor, id);
      const visitId = letter.visitId ?? around.visits[0]?.id;
      if (!letter.mayLook || visitId === undefined) throw new RequestError('not-allowed');
      const { signer, party } = letter.snapshot;
      const known = [...(signer ? [signer] : []), ...party].filter(({ nip }) => nip !== null);
      const looked = known.map(({ name }) => ({ participantId: null, whose: name }));
      await this.note.execute(actor, visitId, looked);
      return letter.snapshot;
    });
  }
}

/** Where a letter is registered. */
const placeOf = ({ visitId, tripId }: LetterRow): LetterPlace =>
  visitId === null ? { visitId: null, tripId: tripId ?? '' } : { visitId, tripId: null };

function readable(around: LetterAround, letter: LetterRow, actor: Actor): Omit<ReadableLetter, 'copy'> {
  const [visit] = around.visits;
  const named = letter.slot && visit ? namedBy(visit, letter.slot) : {};
  const isOfTrip = letter.tripId !== around.place.tripId;
  return {
    ...letter,
    ...named,
    isOfTrip,
    mayChange: !isOfTrip && around.offices.includes(letter.organisation),
    mayLook: around.visits.some((each) => maySeeNips(each, letter, actor)),
    mayTake: paperKindOf(letter) !== null && around.visits.some((each) => mayTakePaper(each, letter, actor)),
  };
}

/** What the visit names and no line tells. */
function namedWithout({ place, visits }: LetterAround, letters: readonly LetterRow[]): NamedLetter[] {
  const [visit] = visits;
  if (place.visitId === null || !visit) return [];
  return letterSlots
    .filter((slot) => letters.every((letter) => letter.slot !== slot))
    .map((slot) => ({ slot, ...namedBy(visit, slot) }))
    .filter(({ number, datedOn }) => number !== '' || datedOn !== null);
}
