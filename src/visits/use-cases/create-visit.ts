import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { localDate } from '../../platform/text/dates.js';
import { newId } from '../../platform/text/tokens.js';
import { VisitError } from '../domain/error-codes.js';
import { referencePrefix, visitReference, type VisitKind } from '../domain/reference.js';
import { firstState } from '../domain/visit-states.js';
import { IdempotencyRepository } from '../storage/idempotency-repository.js';
import { ParticipantRepository } from '../storage/participant-repository.js';
import { VisitRepository } from '../storage/visit-repository.js';
import type { VisitRow } from '../storage/visit-row.js';
import { assertSoundTime } from './assert-sound-time.js';
import { newParticipant, type NewParticipant } from './change-participants.js';
import { CheckReferences } from './check-references.js';
import { RecordChange } from './record-change.js';
import { withDetails, type VisitDetails } from './visit-details.js';

export interface NewVisit {
  guestUnit: string;
  hostUnit: string;
  kind: VisitKind;
  startsAt: Date;
  endsAt: Date;
  details: VisitDetails & { title: string };
  participants: NewParticipant[];
}

/** Where a visit is stored. */
@Injectable()
export class VisitStore {
  constructor(
    readonly visits: VisitRepository,
    readonly participants: ParticipantRepository,
    readonly idempotency: IdempotencyRepository,
  ) {}
}

/** Writes down a new visit as a draft of the actor's own unit. */
@Injectable()
export class CreateVisit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly references: CheckReferences,
    private readonly store: VisitStore,
    private readonly record: RecordChange,
  ) {}

  /**
   * @param key the client's `Idempotency-Key`: the same key with the same request gives the same visit
   * @returns the id of the visit
   */
  async execute(actor: Actor, request: NewVisit, key: string | null): Promise<string> {
    if (actor.unit === null || actor.unit !== request.guestUnit) throw new RequestError('not-allowed');
    if (request.guestUnit === request.hostUnit) throw new VisitError('host-equals-guest');
    assertSoundTime(request.startsAt, request.endsAt);
    const requestHash = createHash('sha256').update(JSON.stringify(request)).digest('hex');
    return this.database.transaction(async () => {
      if (key !== null) {
        await this.store.idempotency.lock(actor.personId, key);
        const earlier = await this.store.idempotency.find(actor.personId, key);
        if (earlier && earlier.requestHash !== requestHash) throw new VisitError('idempotency-key-reused');
        if (earlier) return earlier.visitId;
      }
      const visit = await this.draft(actor, request);
      await this.record.execute(null, visit, { actor, action: 'create', reason: null });
      for (const participant of request.participants) {
        await this.store.participants.save(
          newParticipant(visit.id, participant, visit.createdAt, visit.guestUnit),
        );
      }
      if (key !== null) await this.store.idempotency.remember(actor.personId, key, requestHash, visit.id);
      return visit.id;
    });
  }

  private async draft(actor: Actor, request: NewVisit): Promise<VisitRow> {
    const now = this.clock.now();
    const { timeZone } = await this.references.host(request.hostUnit);
    await this.references.programs(request.details.programs ?? []);
    const year = Number(localDate(now, timeZone).slice(0, 4));
    const number = await this.store.visits.nextNumber(referencePrefix(request.kind), year);
    const guests = request.participants.filter(({ side }) => side === 'guest').length;
    return withDetails(
      {
        ...blank,
        id: newId(),
        reference: visitReference(request.kind, year, number),
        kind: request.kind,
        guestUnit: request.guestUnit,
        hostUnit: request.hostUnit,
        startsAt: request.startsAt,
        endsAt: request.endsAt,
        contactName: actor.name,
        contactEmail: actor.email,
        partySize: Math.max(guests, 1),
        createdBy: actor.personId,
        createdAt: now,
        changedAt: now,
      },
      request.details,
    );
  }
}

const blank = {
  state: firstState,
  version: 1,
  sequence: 0,
  title: '',
  purpose: '',
  topics: [] as string[],
  programs: [] as string[],
  place: '',
  contactPhone: null,
  requestLetterNumber: null,
  requestLetterDate: null,
  replyLetterNumber: null,
  replyLetterDate: null,
  assignmentLetterNumber: null,
  assignmentLetterDate: null,
  proposedStartsAt: null,
  proposedEndsAt: null,
  proposedBy: null,
  proposedAt: null,
} as const satisfies Partial<Record<keyof VisitRow, unknown>>;
