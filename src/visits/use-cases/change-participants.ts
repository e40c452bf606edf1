import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { normaliseEmail } from '../../platform/text/emails.js';
import { normalisePhone } from '../../platform/text/phones.js';
import { newId } from '../../platform/text/tokens.js';
import { VisitError } from '../domain/error-codes.js';
import { isSamePerson } from '../../platform/text/same-person.js';
import { isDouble } from '../domain/participant.js';
import type { ParticipantAnswer, ParticipantRole, ParticipantSide } from '../domain/participant.js';
import { aspectsChanged, type VisitAspect } from '../domain/visit-aspects.js';
import { fieldChange, participantChanges, type FieldChange } from '../domain/field-changes.js';
import { hasDayCome } from '../domain/visit-day.js';
import type { VisitFacts } from '../queries/visit-facts.js';
import {
  ParticipantRepository,
  visitAspectsByParticipantField,
  type ParticipantRow,
} from '../storage/participant-repository.js';
import { mayBring, mayCorrectAddress, mayEdit, mayRecord, mayRecordSome } from '../domain/visit-policies.js';
import { hasTrait } from '../domain/visit-state-traits.js';
import { AddressChanges } from './address-changes.js';
import { isAttendanceAlone, seen, withRepresentative, type ParticipantChange } from './attendance-change.js';
import { filledIn, KnownAccounts, officialOf } from './known-accounts.js';
import { ChangeVisit, type ChangeTerms, type VisitChange } from './change-visit.js';
import { arrangesOf, organisationOf } from '../../platform/security/capabilities.js';

export interface NewParticipant {
  /** Made by whoever adds, so that adding again is noticed; without it one is made here. */
  id?: string;
  name: string;
  office?: string | null | undefined;
  position?: string | null | undefined;
  rank?: string | null | undefined;
  nip?: string | null | undefined;
  email?: string | null | undefined;
  phone?: string | null | undefined;
  side: ParticipantSide;
  role: ParticipantRole;
  /** The joined guest in whose part of the party they come; left out for the leading guest's and for all others. */
  broughtBy?: string | null | undefined;
}

const added = (some: readonly ParticipantRow[]): FieldChange[] =>
  some.flatMap(({ name }) => fieldChange('participant', null, null, name));

/** @throws VisitError `participant-twice` if one of the others is the same person, `participant-double` if nothing tells them apart. */
export function assertNew(participant: ParticipantRow, others: readonly ParticipantRow[]): void {
  if (others.some((other) => isSamePerson(other, participant))) throw new VisitError('participant-twice');
  if (others.some((other) => isDouble(other, participant))) throw new VisitError('participant-double');
}

/** What tells participants apart. */
const told = ['name', 'email', 'office', 'position', 'rank', 'nip', 'phone'] as const;

/**
 * A participant as it is first stored: nobody asked, nobody seen.
 *
 * @param writtenBy the unit whose people wrote address and telephone down; null when they come from an account
 */
export function newParticipant(
  visitId: string,
  given: NewParticipant,
  now: Date,
  writtenBy: string | null,
): ParticipantRow {
  return {
    id: given.id ?? newId(),
    visitId,
    personId: null,
    name: given.name,
    office: given.office ?? null,
    position: given.position ?? null,
    rank: given.rank ?? null,
    nip: given.nip ?? null,
    email: given.email ? normaliseEmail(given.email) : null,
    phone: given.phone ? normalisePhone(given.phone) : null,
    side: given.side,
    role: given.role,
    answer: 'needs-action',
    answeredAt: null,
    heardAt: null,
    heardFrom: null,
    attendance: null,
    attendanceBy: null,
    attendanceAt: null,
    attendanceEntry: null,
    attendanceLateAt: null,
    attendanceOwn: false,
    representedBy: null,
    walkIn: null,
    createdAt: now,
    contactWrittenBy: writtenBy,
    broughtBy: given.broughtBy ?? null,
    homeUnit: null,
    homeOffice: null,
  };
}

/** The line of history of what is entered of the day after the summary is out. */
export const LATE_ENTRY = 'late-entry';

/** The organisations that take part. */
const unitsIn = ({ guestUnit, hostUnit, joinedGuests }: VisitFacts): string[] => [
  guestUnit,
  hostUnit,
  ...joinedGuests,
];

/** Host and leading guest change everybody, a joined guest its own people. */
const mayEditSome = (visit: VisitFacts, actor: Actor): boolean =>
  mayEdit(visit, actor) || mayBring(visit, actor);

/** Whether what is entered of the day comes after the summary. */
const comesLate = (visit: VisitFacts, actor: Actor): boolean =>
  hasTrait(visit.state, 'summarised') && !mayEdit(visit, actor);

/** Who was there is still told when what was agreed stays as it is. */
const attending: ChangeTerms = { may: mayRecordSome, withParticipants: true };
const editing: ChangeTerms = { may: mayEditSome, withParticipants: true };

/** The organisation to whose people alone somebody is held; null for those who change everybody. */
const heldTo = (visit: VisitFacts, actor: Actor): string | null =>
  mayRecord(visit, actor) || !mayRecordSome(visit, actor)
    ? null
    : (visit.joinedGuests.find((unit) => arrangesOf(actor, unit)) ?? organisationOf(actor));

/** @throws RequestError `not-allowed` where people of another organisation would be changed by a joined guest */
function assertOwn(visit: VisitFacts, actor: Actor, { side, broughtBy }: Bringing): void {
  const own = heldTo(visit, actor);
  if (own !== null && (side !== 'guest' || broughtBy !== own)) throw new RequestError('not-allowed');
  const isOfJoined = broughtBy === null || visit.joinedGuests.includes(broughtBy);
  if (!isOfJoined || (broughtBy !== null && side !== 'guest')) throw new RequestError('not-allowed');
}

/** @throws RequestError `not-allowed` where more than an attendance would change, and what was agreed stays as it is */
function assertOpen(visit: VisitFacts, actor: Actor, changes: readonly FieldChange[]): void {
  if (!isAttendanceAlone(changes) && !mayEditSome(visit, actor)) throw new RequestError('not-allowed');
}

type ParticipantsChange<Result> = (
  visit: VisitFacts,
  there: ParticipantRow[],
) => Promise<VisitChange<Result>>;

type Bringing = Pick<ParticipantRow, 'side' | 'broughtBy'>;

/** Another address as it is stored; whoever writes it down knows it. */
function addressOf(actor: Actor, standing: ParticipantRow, { email }: Pick<ParticipantChange, 'email'>) {
  const stored = email ? normaliseEmail(email) : (email ?? null);
  return email === undefined || stored === standing.email
    ? { email: standing.email }
    : { email: stored, contactWrittenBy: organisationOf(actor) };
}

/** Adds, changes and removes participants; each raises the visit's version and leaves a line of history. */
@Injectable()
export class ChangeParticipants {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly changeVisit: ChangeVisit,
    private readonly participants: ParticipantRepository,
    private readonly accounts: KnownAccounts,
    private readonly addresses: AddressChanges,
  ) {}

  /** @param late whether somebody was seen before the visit was closed, which is told after */
  async add(actor: Actor, visitId: string, given: NewParticipant, late = false): Promise<ParticipantRow> {
    return found((await this.addAll(actor, visitId, [given], late))[0]);
  }

  /** All of a list in one step, or nobody. */
  async addAll(
    actor: Actor,
    visitId: string,
    given: readonly NewParticipant[],
    late = false,
  ): Promise<ParticipantRow[]> {
    const action = late ? LATE_ENTRY : 'add-participant';
    const accounts = this.accounts.accountsOf(given);
    const add: ParticipantsChange<ParticipantRow[]> = async (visit, there) => {
      const all: ParticipantRow[] = [];
      for (const one of filledIn(actor, unitsIn(visit), given, await accounts)) {
        const bringing = { ...one, broughtBy: one.broughtBy ?? heldTo(visit, actor) };
        const participant = newParticipant(visit.id, bringing, this.clock.now(), organisationOf(actor));
        assertOwn(visit, actor, participant);
        assertNew(participant, [...there, ...all]);
        all.push(participant);
      }
      await this.database.sendAlong(() => this.participants.save(...all));
      return { visit, result: all, beside: all.length > 0 ? ['people'] : [], changes: added(all) };
    };
    const terms = late ? attending : editing;
    const [all] = await Promise.all([this.changeVisit.execute(actor, visitId, action, add, terms), accounts]);
    return all;
  }

  /**
   * Invites everybody who works at a unit and is not there yet; the leaders are named by hand. The telephone numbers and
   * NIP of a unit that is neither guest nor host stay where they are.
   */
  addUnit(actor: Actor, visitId: string, unit: string, side: ParticipantSide): Promise<ParticipantRow[]> {
    const addAll: ParticipantsChange<ParticipantRow[]> = async (visit, there) => {
      const broughtBy = side === 'guest' && visit.joinedGuests.includes(unit) ? unit : heldTo(visit, actor);
      assertOwn(visit, actor, { side, broughtBy });
      const known = new Set(there.map(({ email }) => email));
      const officers = (await this.accounts.everybodyAt(unit)).filter(({ email }) => !known.has(email));
      const all: ParticipantRow[] = [];
      const isOfVisit = unitsIn(visit).includes(unit);
      for (const officer of officers) {
        const { name, email, phone } = officer;
        const given = {
          name,
          email,
          phone: isOfVisit ? phone : null,
          ...officialOf(officer, isOfVisit),
          side,
          role: 'member' as const,
          broughtBy,
        };
        all.push(newParticipant(visit.id, given, this.clock.now(), null));
      }
      await this.database.sendAlong(() => this.participants.save(...all));
      return { visit, result: all, beside: all.length > 0 ? ['people'] : [], changes: added(all) };
    };
    return this.changeVisit.execute(actor, visitId, 'add-participant', addAll, editing);
  }

  change(
    actor: Actor,
    visitId: string,
    participantId: string,
    change: ParticipantChange,
  ): Promise<ParticipantRow> {
    const apply: ParticipantsChange<ParticipantRow> = async (visit, all) => {
      const standing = found(all.find(({ id }) => id === participantId));
      assertOwn(visit, actor, standing);
      if (change.attendance && !hasDayCome(visit, this.clock.now())) throw new VisitError('day-not-come');
      const { answer, ...rest } = withRepresentative(change, standing);
      const isLate = change.attendance !== undefined && comesLate(visit, actor);
      const changed = this.apply(actor, standing, rest, isLate);
      // Who came unasked wrote the address down in person; whoever looks only takes it over.
      const isTakenOver = standing.walkIn === 'waits' && changed.walkIn === 'seen';
      const isReadressed = changed.email !== standing.email && !isTakenOver;
      if (isReadressed && !mayCorrectAddress(visit, standing, actor)) {
        throw new RequestError('not-allowed');
      }
      if (told.some((field) => changed[field] !== standing[field])) {
        assertNew(
          changed,
          all.filter(({ id }) => id !== participantId),
        );
      }
      await this.database.sendAlong(() => this.participants.save(changed));
      const participant = answer === undefined ? changed : await this.answerFor(changed, answer);
      const followed = await this.follow(standing, participant, all);
      const changes = participantChanges(standing, participant);
      assertOpen(visit, actor, changes);
      const differs = aspectsChanged(visitAspectsByParticipantField, standing, participant);
      const beside = [...(changes.length > 0 ? differs : []), ...followed];
      const reason =
        changed.email === standing.email ? {} : { reason: `Alamat surel ${changed.name} diganti.` };
      const action = isLate ? { action: LATE_ENTRY } : {};
      return { visit, result: participant, beside, changes, ...action, ...reason };
    };
    return this.changeVisit.execute(actor, visitId, 'change-participant', apply, attending);
  }

  remove(actor: Actor, visitId: string, participantId: string): Promise<void> {
    const remove: ParticipantsChange<void> = async (visit, all) => {
      const participant = found(all.find(({ id }) => id === participantId));
      assertOwn(visit, actor, participant);
      await this.database.sendAlong(() => this.participants.remove(participant.id));
      const changes = fieldChange('participant', null, participant.name, null);
      return { visit, result: undefined, beside: ['people'], changes };
    };
    return this.changeVisit.execute(actor, visitId, 'remove-participant', remove, editing);
  }

  /** The invitation goes to the new address, and the old one, which may be a stranger's, hears and opens nothing more. */
  private async follow(
    before: ParticipantRow,
    after: ParticipantRow,
    all: readonly ParticipantRow[],
  ): Promise<VisitAspect[]> {
    const { id: participantId, visitId } = before;
    if (before.phone !== after.phone) await this.addresses.telephoneChanged(participantId);
    if (before.email === after.email) return [];
    const isShared = all.some(({ id, email }) => id !== participantId && email === before.email);
    return this.addresses.happened({
      ...{ visitId, participantId, isShared },
      from: before,
      to: after,
      reason: 'corrected',
    });
  }

  private async answerFor(participant: ParticipantRow, answer: ParticipantAnswer): Promise<ParticipantRow> {
    const now = this.clock.now();
    const said = { answer, from: 'officer', saidAt: now } as const;
    return (await this.participants.hear(participant, said, now)) ?? participant;
  }

  private apply(
    actor: Actor,
    participant: ParticipantRow,
    change: Omit<ParticipantChange, 'answer'>,
    isLate: boolean,
  ): ParticipantRow {
    const now = this.clock.now();
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    return {
      ...participant,
      ...given,
      ...(change.phone ? { phone: normalisePhone(change.phone) } : {}),
      ...addressOf(actor, participant, change),
      ...(change.attendance ? seen(actor, participant, change, isLate ? now : null, now) : {}),
    };
  }
}
