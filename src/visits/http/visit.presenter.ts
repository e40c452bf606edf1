import { proposedTime } from '../domain/host-time.js';
import { dayHours, type DayTime } from '../../platform/text/day-hours.js';
import { answerOf } from '../../platform/http/described-answer.js';
import { toOffsetIso } from '../../platform/text/dates.js';
import { deliveryProblem } from '../../platform/mail/delivery-words.js';
import { maskNip } from '../../platform/text/nip.js';
import type { Zone } from '../../platform/text/zones.js';
import type { Shown } from '../domain/contact-policy.js';
import { answerWayOf, isAnswerStep } from '../domain/answer-ways.js';
import { standingOf } from '../domain/participant.js';
import { reviewEnd } from '../domain/recorded-visit.js';
import { visitFields } from '../domain/visit-fields.js';
import type { HistoryLine } from '../queries/visit-history.js';
import type { VisitGuest } from '../queries/visit-guests.js';
import type { VisitLine } from '../queries/list-visits.js';
import type { JointVisit, ReadableVisit } from '../use-cases/read-visit.js';
import type {
  DayHoursView,
  HostAnswerView,
  ParticipantView,
  VisitGuestView,
  VisitHistoryLineView,
  VisitLineView,
  VisitRecordView,
  VisitView,
} from './visit.view.js';

const at = (instant: Date, zone: Zone): string => toOffsetIso(instant, zone);
const maybeAt = (instant: Date | null, zone: Zone): string | null =>
  instant === null ? null : at(instant, zone);

/** The hours of each day, where they differ. */
const presentHours = (time: DayTime | null, zone: Zone): DayHoursView[] | null =>
  !time || time.ownHours === null
    ? null
    : dayHours(time, zone).map(({ startsAt, endsAt }) => ({
        startsAt: at(startsAt, zone),
        endsAt: at(endsAt, zone),
      }));

function presentRecord({
  recordedBy,
  createdAt,
  disputedBy,
  timeZone,
}: Pick<VisitLine, 'recordedBy' | 'createdAt' | 'disputedBy' | 'timeZone'>): VisitRecordView | null {
  if (recordedBy === null) return null;
  const objectionsUntil = at(reviewEnd(createdAt), timeZone);
  return { by: recordedBy, at: at(createdAt, timeZone), objectionsUntil, disputedBy };
}

function presentAnswer(visit: ReadableVisit['visit']): HostAnswerView | null {
  const { answerAction: action, answerName: name, answeredAt } = visit;
  if (action === null || !isAnswerStep(action) || name === null || answeredAt === null) return null;
  const cameBy = visit.answerCameBy ?? 'account';
  const { answerOffice: office, answerPhone: phone, timeZone } = visit;
  return { action, name, office, phone, cameBy, at: at(answeredAt, timeZone) };
}

/** A visit as the API shows it; times carry the offset of the host's zone. */
export function presentVisit({
  visit,
  participants,
  allowedActions,
  overlaps,
  guests,
}: JointVisit): VisitView {
  const zone = visit.timeZone;
  return {
    id: visit.id,
    reference: visit.reference,
    state: visit.state,
    version: visit.version,
    sequence: visit.sequence,
    allowedActions,
    kind: visit.kind,
    ...answerOf(visitFields, visit),
    learningQuestionIds: visit.learningQuestionIds,
    guestUnit: visit.guestUnit,
    guestUnitName: visit.guestUnitName,
    hostUnit: visit.hostUnit,
    hostUnitName: visit.hostUnitName,
    timeZone: zone,
    startsAt: at(visit.startsAt, zone),
    endsAt: at(visit.endsAt, zone),
    ownHours: presentHours(visit, zone),
    proposal: visit.proposedBy && {
      by: visit.proposedBy,
      startsAt: maybeAt(visit.proposedStartsAt, zone),
      endsAt: maybeAt(visit.proposedEndsAt, zone),
      ownHours: presentHours(proposedTime(visit), zone),
      proposedAt: maybeAt(visit.proposedAt, zone),
    },
    answeredBy: presentAnswer(visit),
    hostUsesSambang: visit.hostUsesSambang,
    recorded: presentRecord(visit),
    arrangedBy: visit.arrangedBy,
    approvals: visit.approvalsNeeded.map((office) => ({
      regionalOffice: office,
      approved: visit.approvals.includes(office),
    })),
    party: { count: visit.partyCount, limit: visit.largestParty, asked: visit.askedParty },
    guests: presentGuests(guests, visit.partySize),
    participants: participants.map((participant) => presentParticipant(participant, zone)),
    warnings: overlaps.map((overlap) => ({
      code: 'overlapping-people',
      participantId: overlap.participantId,
      name: overlap.name,
      startsAt: at(overlap.startsAt, zone),
      endsAt: at(overlap.endsAt, zone),
    })),
    createdAt: at(visit.createdAt, zone),
    changedAt: at(visit.changedAt, zone),
  };
}

/** @param leadingSize size of the leading guest's part of the party */
export const presentGuests = (guests: readonly VisitGuest[], leadingSize: number): VisitGuestView[] =>
  guests.map(({ organisation, name, leading, answer, dueOn, partySize }) => ({
    organisation,
    name,
    leading,
    answer,
    dueOn,
    partySize: leading ? leadingSize : partySize,
  }));

export function presentParticipant(
  participant: ReadableVisit['participants'][number],
  zone: Zone,
): ParticipantView {
  return {
    id: participant.id,
    name: participant.name,
    office: participant.office,
    position: participant.position,
    rank: participant.rank,
    nip: participant.nip === null ? null : maskNip(participant.nip),
    email: participant.email,
    phone: participant.phone,
    contactHidden: participant.isContactHidden,
    side: participant.side,
    role: participant.role,
    broughtBy: participant.broughtBy,
    mailProblem: participant.mailStatus ? deliveryProblem(participant.mailStatus) : null,
    invitedAt: maybeAt(participant.invitedAt ?? null, zone),
    standing: standingOf(participant),
    answer: participant.answer,
    answeredAt: maybeAt(participant.answeredAt, zone),
    attendance: participant.attendance,
    attendanceBy: participant.attendanceByName ?? null,
    attendanceAt: maybeAt(participant.attendanceAt, zone),
    attendanceLate: participant.attendanceLateAt !== null,
    attendanceOwn: participant.attendanceOwn,
    representedBy: participant.representedBy,
    walkIn: participant.walkIn,
  };
}

export function presentLine(line: VisitLine): VisitLineView {
  return {
    id: line.id,
    reference: line.reference,
    state: line.state,
    version: line.version,
    kind: line.kind,
    title: line.title,
    guestUnit: line.guestUnit,
    guestUnitName: line.guestUnitName,
    hostUnit: line.hostUnit,
    hostUnitName: line.hostUnitName,
    timeZone: line.timeZone,
    startsAt: at(line.startsAt, line.timeZone),
    endsAt: at(line.endsAt, line.timeZone),
    ownHours: presentHours(line, line.timeZone),
    mode: line.mode,
    place: line.place,
    recorded: presentRecord(line),
    arrangedBy: line.arrangedBy,
  };
}

export function presentHistory(line: Shown<HistoryLine>, zone: Zone): VisitHistoryLineView {
  return {
    at: at(line.at, zone),
    actor: line.actorName,
    action: line.action,
    fromState: line.fromState,
    toState: line.toState,
    reason: line.reason,
    cameBy: answerWayOf(line),
    version: line.version,
    changes: line.changes.map(({ field, about, before, after }) => ({ field, about, before, after })),
  };
}
