import { toOffsetIso } from '../../platform/text/dates.js';
import { deliveryProblem } from '../../platform/text/delivery-status.js';
import type { Zone } from '../../platform/text/zones.js';
import type { Shown } from '../domain/contact-policy.js';
import type { HistoryLine } from '../queries/visit-history.js';
import type { VisitLine } from '../queries/list-visits.js';
import type { ReadableVisit } from '../use-cases/read-visit.js';
import type { ParticipantView, VisitHistoryLineView, VisitLineView, VisitView } from './visit.view.js';

const at = (instant: Date, zone: string): string => toOffsetIso(instant, zone as Zone);
const maybeAt = (instant: Date | null, zone: string): string | null =>
  instant === null ? null : at(instant, zone);

/** A visit as the API shows it; times carry the offset of the host's zone. */
export function presentVisit({ visit, participants, allowedActions, overlaps }: ReadableVisit): VisitView {
  const zone = visit.timeZone;
  return {
    id: visit.id,
    reference: visit.reference,
    state: visit.state,
    version: visit.version,
    sequence: visit.sequence,
    allowedActions,
    kind: visit.kind,
    title: visit.title,
    purpose: visit.purpose,
    topics: visit.topics,
    programs: visit.programs,
    guestUnit: visit.guestUnit,
    guestUnitName: visit.guestUnitName,
    hostUnit: visit.hostUnit,
    hostUnitName: visit.hostUnitName,
    timeZone: zone,
    startsAt: at(visit.startsAt, zone),
    endsAt: at(visit.endsAt, zone),
    proposal: visit.proposedBy && {
      by: visit.proposedBy,
      startsAt: maybeAt(visit.proposedStartsAt, zone),
      endsAt: maybeAt(visit.proposedEndsAt, zone),
      proposedAt: maybeAt(visit.proposedAt, zone),
    },
    approvals: visit.approvalsNeeded.map((office) => ({
      regionalOffice: office,
      approved: visit.approvals.includes(office),
    })),
    place: visit.place,
    partySize: visit.partySize,
    contact: { name: visit.contactName, phone: visit.contactPhone, email: visit.contactEmail },
    letters: {
      request: { number: visit.requestLetterNumber, date: visit.requestLetterDate },
      reply: { number: visit.replyLetterNumber, date: visit.replyLetterDate },
      assignment: { number: visit.assignmentLetterNumber, date: visit.assignmentLetterDate },
    },
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

export function presentParticipant(
  participant: ReadableVisit['participants'][number],
  zone: string,
): ParticipantView {
  return {
    id: participant.id,
    name: participant.name,
    office: participant.office,
    email: participant.email,
    phone: participant.phone,
    contactHidden: participant.isContactHidden,
    side: participant.side,
    role: participant.role,
    mailProblem: participant.mailStatus ? deliveryProblem(participant.mailStatus) : null,
    answer: participant.answer,
    answeredAt: maybeAt(participant.answeredAt, zone),
    attendance: participant.attendance,
    attendanceBy: participant.attendanceByName ?? null,
    attendanceAt: maybeAt(participant.attendanceAt, zone),
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
    place: line.place,
  };
}

export function presentHistory(line: Shown<HistoryLine>, zone: string): VisitHistoryLineView {
  return {
    at: at(line.at, zone),
    actor: line.actorName,
    action: line.action,
    fromState: line.fromState,
    toState: line.toState,
    reason: line.reason,
    version: line.version,
  };
}
