import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import type { DayTime } from '../../platform/text/day-hours.js';
import { blankOf } from '../../platform/text/field-description.js';
import type { Zone } from '../../platform/text/zones.js';
import { newId } from '../../platform/text/tokens.js';
import { VisitError } from '../domain/error-codes.js';
import { isRepresented, type Attendance } from '../domain/attendance.js';
import type { RecordingSide } from '../domain/recorded-visit.js';
import { referencePrefix, visitReference, type VisitKind } from '../domain/reference.js';
import { visitFields, type GivenDetails } from '../domain/visit-fields.js';
import type { Side } from '../domain/visit-policies.js';
import type { BeginningAction, VisitState } from '../domain/visit-transitions.js';
import { IdempotencyRepository } from '../storage/idempotency-repository.js';
import { ParticipantRepository, type ParticipantRow } from '../storage/participant-repository.js';
import { VisitRepository } from '../storage/visit-repository.js';
import type { VisitRow } from '../storage/visit-row.js';
import { representativeMissing } from './attendance-change.js';
import { assertNew, newParticipant, type NewParticipant } from './change-participants.js';
import { soundTime } from './assert-sound-time.js';
import { filledIn, KnownAccounts } from './known-accounts.js';
import { CheckReferences } from './check-references.js';
import { RecordChange } from './record-change.js';
import { withDetails } from './visit-details.js';
import { organisationOf } from '../../platform/security/capabilities.js';

export interface NewVisit extends DayTime {
  guestUnit: string;
  hostUnit: string;
  kind: VisitKind;
  details: GivenDetails & { title: string };
  participants: (NewParticipant & Seen)[];
}

/** How a visit begins: by whom, in which state, and who is told. */
export interface Begun {
  action: BeginningAction;
  state: VisitState;
  side: Side;
  /** The side that enters it, where it was agreed upon elsewhere. */
  recordedBy: RecordingSide | null;
  /** The regional office that arranges it, which asks both units. */
  arrangedBy?: string | null;
  /** Whether both units and the regional offices are told of it. */
  tells: boolean;
  /** What was looked up of its host and programs just now. */
  known?: { timeZone: Zone } | undefined;
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

/** Writes down a new visit with its party and its first line of history: the one place where visits are made. */
@Injectable()
export class BeginVisit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly references: CheckReferences,
    private readonly store: VisitStore,
    private readonly record: RecordChange,
    private readonly accounts: KnownAccounts,
  ) {}

  /**
   * Does the work in one transaction, and once for a key.
   *
   * @param key the client's `Idempotency-Key`: the same key with the same request gives the same visit
   * @returns the id of the visit
   */
  async once(
    actor: Actor,
    request: object,
    key: string | null,
    make: () => Promise<VisitRow>,
  ): Promise<string> {
    const requestHash = createHash('sha256').update(JSON.stringify(request)).digest('hex');
    return this.database.transaction(async () => {
      if (key === null) return (await make()).id;
      const { idempotency } = this.store;
      // Found once the lock is had: a transaction's statements are sent in their order.
      const [, earlier] = await Promise.all([
        idempotency.lock(actor.personId, key),
        idempotency.find(actor.personId, key),
      ]);
      if (earlier && earlier.requestHash !== requestHash) throw new VisitError('idempotency-key-reused');
      if (earlier) return earlier.visitId;
      const { id } = await make();
      await this.database.sendAlong(() => idempotency.remember(actor.personId, key, requestHash, id));
      return id;
    });
  }

  async execute(actor: Actor, request: NewVisit, begun: Begun): Promise<VisitRow> {
    const [visit, accounts] = await Promise.all([
      this.rowOf(actor, request, begun),
      this.accounts.accountsOf(request.participants),
    ]);
    const organisations = [request.guestUnit, request.hostUnit];
    const people = filledIn(actor, organisations, request.participants, accounts);
    const { action, side, tells } = begun;
    await this.record.execute(null, visit, { actor, side, action, reason: null, tells });
    const writtenBy = side === 'regional' ? null : organisationOf(actor);
    const party = people.map((given) => ({
      ...newParticipant(visit.id, given, visit.createdAt, writtenBy),
      ...seen(actor, visit.createdAt, given),
    }));
    for (const [index, one] of party.entries()) assertNew(one, party.slice(0, index));
    await this.database.sendAlong(() => this.store.participants.save(...party));
    return visit;
  }

  /** A number is of the year in which the visit is, where it is entered afterwards. */
  private async rowOf(actor: Actor, request: NewVisit, begun: Begun): Promise<VisitRow> {
    const now = this.clock.now();
    const dated = begun.recordedBy ? request.startsAt : now;
    const [{ timeZone }, { year, number }] = await Promise.all([
      begun.known ?? this.references.ofNew(request.details.programs ?? [], request),
      this.store.visits.takeNumber(referencePrefix(request.kind), dated, request.hostUnit),
    ]);
    const guests = request.participants.filter(({ side }) => side === 'guest').length;
    const { arrangedBy = null } = begun;
    const isContact = begun.side === 'guest' || arrangedBy !== null;
    return withDetails(
      {
        ...blank,
        id: newId(),
        reference: visitReference(request.kind, year, number),
        state: begun.state,
        kind: request.kind,
        title: request.details.title,
        guestUnit: request.guestUnit,
        hostUnit: request.hostUnit,
        ...soundTime(request, timeZone),
        contactName: isContact ? actor.name : '',
        contactEmail: isContact ? actor.email : null,
        partySize: Math.max(guests, 1),
        recordedBy: begun.recordedBy,
        arrangedBy,
        awaitsGuest: arrangedBy !== null,
        createdBy: actor.personId,
        createdAt: now,
        changedAt: now,
      },
      request.details,
    );
  }
}

interface Seen {
  attendance?: Attendance | null | undefined;
  /** Who came instead, where somebody did. */
  representedBy?: string | null | undefined;
}

/** Who was there, as far as it is known when the visit is written down. */
function seen(actor: Actor, at: Date, { attendance, representedBy }: Seen): Partial<ParticipantRow> {
  if (!attendance) return {};
  const named = isRepresented(attendance) ? (representedBy ?? null) : null;
  if (isRepresented(attendance) && !named) throw representativeMissing();
  return { attendance, attendanceBy: actor.personId, attendanceAt: at, representedBy: named };
}

const blank = {
  ...blankOf(visitFields),
  version: 1,
  sequence: 0,
  agreedParty: null,
  askedParty: null,
  proposedStartsAt: null,
  proposedEndsAt: null,
  proposedOwnHours: null,
  proposedBy: null,
  proposedAt: null,
  answerEnteredAt: null,
  learningQuestionIds: [] as string[],
  reviewedBy: [] as string[],
  disputedBy: null,
  disputedAt: null,
} satisfies Partial<Record<keyof VisitRow, unknown>>;
