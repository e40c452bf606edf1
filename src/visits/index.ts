export { NoteNipLooks } from './use-cases/look-at-nips.js';
export { VisitsModule } from './visits.module.js';
export { VisitError } from './domain/error-codes.js';
export { documentTypes, safeFileName } from './domain/file-kinds.js';
export { MOST_GUESTS } from './domain/guest-invitation.js';
export { partySize } from './domain/party-limit.js';
export { fieldChange } from './domain/field-changes.js';
export { visitAspects, type VisitAspect } from './domain/visit-aspects.js';
export {
  actsForItself,
  mayKnowContact,
  mayKnowVisitContact,
  visitForParticipant,
  type ContactOwner,
} from './domain/contact-policy.js';
export {
  bookingFields,
  neededInBooking,
  visitFields,
  type BookingField,
  type MailedField,
  type VisitField,
} from './domain/visit-fields.js';
export { fieldLines } from './domain/field-lines.js';
export {
  mayRecord,
  mayEdit,
  mayPromise,
  mayRead,
  mayReport,
  mayReadFacts,
  actorSides,
  type VisitParties,
} from './domain/visit-policies.js';
export {
  allowedActions,
  inputOf,
  stateDiagram,
  visitStates,
  type VisitState,
} from './domain/visit-states.js';
export { hasTrait, statesWith, statesWithout, type StateTrait } from './domain/visit-state-traits.js';
export {
  isOnline,
  isOnSite,
  meetingLinkOf,
  NO_LINK,
  visitModes,
  whereWords,
  type VisitMode,
  type Whereabouts,
} from './domain/visit-mode.js';
export { wayOut } from './domain/way-out.js';
export { hasDayCome } from './domain/visit-day.js';
export { visitStateWords } from './domain/visit-state-words.js';
export { approvedBy, isToApprove } from './queries/approved-time.js';
export {
  guestNames,
  hasAnyJoined,
  hasJoinedAs,
  hasJoinedFrom,
  takesPart,
  joinedGuests,
  joinedHeirs,
  joinedGuestsJson,
  joinedOfficesJson,
  jointSelection,
} from './queries/joint-guests.js';
export { hostedBy, matterOfVisit, visitIsOf } from './queries/hosted-visits.js';
export { NoticeReaders } from './queries/notice-readers.js';
export { OrganisationChoices, type OrganisationChoice } from './queries/organisation-choices.js';
export { ProgramChoices, type ProgramChoice } from './queries/program-choices.js';
export { VisitFactsQuery, type VisitFacts } from './queries/visit-facts.js';
export {
  asAddress,
  asOffice,
  asUnit,
  enteredAfterwards,
  foundAs,
  isUndisputed,
  mayBeTold,
  isVisibleTo,
  readersOf,
  readsAll,
  visibleTo,
  wasSubmitted,
} from './queries/visible-visits.js';
export { endsAfter, mayReachInto, proposalEndsAfter } from './queries/visit-times.js';
export { FileRepository } from './storage/file-repository.js';
export { standingOf, type ParticipantAnswer } from './domain/participant.js';
export { asksToLearn, calendarSelection, contactText, learningQuestions } from './storage/visit-row.js';
export { sharersOf } from './storage/sharers-sql.js';
export {
  invitationLeft,
  ParticipantRepository,
  type ParticipantRow,
} from './storage/participant-repository.js';
export type { LinkedParticipant } from './storage/participant-link-repository.js';
export { givenAnswers, whenSaid, type GivenAnswer } from './domain/heard-answer.js';
export { givenAnswerWords } from './domain/answer-words.js';
export { AnswerGuestInvitation } from './use-cases/answer-guest-invitation.js';
export { AskGuests } from './use-cases/ask-guests.js';
export { hostLinkMail, IssueHostLink } from './use-cases/issue-host-link.js';
export { AnswerAsHost } from './use-cases/answer-as-host.js';
export { AnswerInvitation } from './use-cases/answer-invitation.js';
export { WriteToVisit } from './use-cases/write-to-visit.js';
export { ChangeParticipants, LATE_ENTRY, type NewParticipant } from './use-cases/change-participants.js';
export { ActAsParticipant, type OwnChange } from './use-cases/act-as-participant.js';
export { AddWalkIn } from './use-cases/add-walk-in.js';
export { participantChanges } from './domain/field-changes.js';
export { aspectsChanged } from './domain/visit-aspects.js';
export { visitAspectsByParticipantField } from './storage/participant-repository.js';
export { CorrectOwnData } from './use-cases/correct-own-data.js';
export { ParticipantRenames } from './use-cases/participant-renames.js';
export { AskForLink } from './use-cases/ask-for-link.js';
export { TakeOwnAddress } from './use-cases/take-own-address.js';
export { PersonalLinks } from './use-cases/personal-links.js';
export { visitsOfUnits } from './queries/visits-of-units.js';
export { WithoutAccount } from './queries/without-account.js';
export { feedLinksOpen } from './storage/participant-link-repository.js';
export { ParticipantLinks } from './use-cases/participant-links.js';
export { AddressChanges, type AddressChange } from './use-cases/address-changes.js';
export { byAccount, ChangeVisit } from './use-cases/change-visit.js';
export { EditVisit } from './use-cases/edit-visit.js';
export { CheckReferences } from './use-cases/check-references.js';
export type { NewJointVisit } from './use-cases/ask-guests.js';
export { ArrangeVisit } from './use-cases/arrange-visit.js';
export { CreateVisit } from './use-cases/create-visit.js';
export type { NewVisit } from './use-cases/begin-visit.js';
export { AcceptanceBody, AcceptanceForm } from './use-cases/acceptance.dto.js';
export { ChooseReceivers } from './use-cases/choose-receivers.js';
export {
  acceptanceForm,
  acceptanceOf,
  besideEachOther,
  chosenReceivers,
  type Acceptance,
  type Receiver,
} from './domain/acceptance.js';
export { ParticipantBody, PersonBody } from './use-cases/participant.dto.js';
export {
  arrivedAs,
  attendances,
  attendancesAway,
  attendancesThere,
  attendanceWords,
  tappedAttendances,
  wasThere,
  type Attendance,
} from './domain/attendance.js';
export { kindWords, visitKinds } from './domain/reference.js';
export { RecordVisit, type KnownPlaces } from './use-cases/record-visit.js';
export { REVIEW_DAYS, wasOverWhenRecorded } from './domain/recorded-visit.js';
export { RelayProposal, type ProposedSubstitute } from './use-cases/relay-proposal.js';
export { FindFreeTime, type FoundWindow } from './use-cases/find-free-time.js';
export { CallOffVisit } from './use-cases/call-off-visit.js';
export { VisitWholes, type VisitWhole } from './use-cases/visit-wholes.js';
export { LookAtNips } from './use-cases/look-at-nips.js';
export { StoreDocument, type StoredDocument } from './use-cases/store-document.js';
export { ReadVisit } from './use-cases/read-visit.js';
export { TakeStep } from './use-cases/take-step.js';
export { hearingOf } from './use-cases/visit-announcements.js';
export { VisitMoves, type ProposedSlot } from './use-cases/visit-moves.js';
export { AddPartners } from './use-cases/add-partners.js';
export { DayHoursBody, MOST_VISIT_DAYS, timeOfBody } from './use-cases/day-hours.dto.js';
export { proposedTime, timeInQuestion } from './domain/host-time.js';
export { visitsPersonal } from './storage/personal-columns.js';
