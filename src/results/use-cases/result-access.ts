import { Injectable } from '@nestjs/common';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { arrangesOf } from '../../platform/security/capabilities.js';
import { mayWriteNote, ReadNote } from '../../notes/index.js';
import { UnitFacts } from '../../units/index.js';
import { hasTrait, mayRead, mayRecord, VisitFactsQuery, type VisitFacts } from '../../visits/index.js';
import type { ResultPlace } from '../storage/result-repository.js';

/** A visit or a practice, as its results see it. */
export interface ResultAround {
  place: ResultPlace;
  title: string;
  /** Address of its page. */
  href: string;
  /** Whose results can be counted there, by code. */
  parties: ReadonlyMap<string, string>;
  /** Whether the reader writes them down. */
  mayWrite: boolean;
}

/** Who reads and who writes results: as the visit or the practice itself. */
@Injectable()
export class ResultAccess {
  constructor(
    private readonly visits: VisitFactsQuery,
    private readonly notes: ReadNote,
    private readonly units: UnitFacts,
  ) {}

  /** @throws RequestError `not-found` also for those who may not see it */
  async around(actor: Actor, place: ResultPlace): Promise<ResultAround> {
    if (place.visitId === null) {
      const note = await this.notes.execute(actor, place.noteId);
      return {
        place,
        title: note.title,
        href: `/praktik-baik/${note.id}`,
        parties: new Map([[note.unit, note.unitName]]),
        mayWrite: mayWriteNote(note.unit, actor),
      };
    }
    const visit = found(await this.visits.byId(place.visitId));
    if (!mayRead(visit, actor)) throw new RequestError('not-found');
    return this.ofVisit(actor, visit);
  }

  /** Of a visit that the reader may see. */
  async ofVisit(actor: Actor, visit: VisitFacts): Promise<ResultAround> {
    const joined = await this.units.byCodes(visit.joinedGuests);
    return {
      place: { visitId: visit.id, noteId: null },
      title: visit.title,
      href: `/kunjungan/${visit.id}`,
      parties: new Map([
        [visit.hostUnit, visit.hostUnitName],
        [visit.guestUnit, visit.guestUnitName],
        ...[...joined].map(([code, { name }]) => [code, name] as const),
      ]),
      mayWrite: mayCount(visit, actor),
    };
  }
}

/** Those who enter what happened, of a visit that was agreed upon. */
export const mayCount = (visit: VisitFacts, actor: Actor): boolean =>
  hasTrait(visit.state, 'takesSummary') &&
  (mayRecord(visit, actor) ||
    visit.joinedGuests.some((unit) => arrangesOf(actor, unit) && mayRecord(visit, actor, unit)));
