export { VisitsModule } from './visits.module.js';
export { VisitError } from './domain/error-codes.js';
export { documentTypes, LARGEST_FILE, mediaTypeOf, safeFileName } from './domain/file-kinds.js';
export { visitAspects, type VisitAspect } from './domain/visit-aspects.js';
export { mayKnowContact, mayKnowVisitContact, type ContactOwner } from './domain/contact-policy.js';
export { mayEdit, mayRead, actorSides, type VisitParties } from './domain/visit-policies.js';
export {
  allowedActions,
  inputOf,
  stateDiagram,
  visitStates,
  type VisitState,
} from './domain/visit-states.js';
export { hasTrait, statesWith, statesWithout, type StateTrait } from './domain/visit-state-traits.js';
export { visitStateWords } from './domain/visit-state-words.js';
export { NoticeReaders } from './queries/notice-readers.js';
export { ProgramChoices, type ProgramChoice } from './queries/program-choices.js';
export { VisitFactsQuery, type VisitFacts } from './queries/visit-facts.js';
export { mayBeTold, visibleTo, wasSubmitted } from './queries/visible-visits.js';
export { FileRepository } from './storage/file-repository.js';
export { ParticipantRepository } from './storage/participant-repository.js';
export { AnswerInvitation, givenAnswers, type GivenAnswer } from './use-cases/answer-invitation.js';
export { ChangeParticipants, type NewParticipant } from './use-cases/change-participants.js';
export { ChangeVisit } from './use-cases/change-visit.js';
export { CheckReferences } from './use-cases/check-references.js';
export { CreateVisit, type NewVisit } from './use-cases/create-visit.js';
export { RelayProposal, type ProposedSubstitute } from './use-cases/relay-proposal.js';
export { FindFreeTime, type FoundWindow } from './use-cases/find-free-time.js';
export { ReadVisit } from './use-cases/read-visit.js';
export { TakeStep } from './use-cases/take-step.js';
export { hearingOf } from './use-cases/visit-announcements.js';
export { VisitMoves, type VisitTime } from './use-cases/visit-moves.js';
