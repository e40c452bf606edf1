import { AgreedVisitsQuery } from './agreed-visits.js';
import { AwaitedReviewsQuery } from './awaited-reviews.js';
import { AwaitedVisits } from './awaited-visits.js';
import { FreePlaces } from './free-places.js';
import { Mailboxes } from './mailboxes.js';
import { HeldVisits } from './held-visits.js';
import { GuestInvitations } from './guest-invitations.js';
import { HostDayQuery } from './host-day.js';
import { HostedPrograms } from './hosted-programs.js';
import { ListVisits } from './list-visits.js';
import { ListNipLooks } from './list-nip-looks.js';
import { ReadWantedName } from './named-visits.js';
import { NoticeReaders } from './notice-readers.js';
import { OverlappingPeople } from './overlapping-people.js';
import { OrganisationChoices } from './organisation-choices.js';
import { ProgramChoices } from './program-choices.js';
import { RecentSteps } from './recent-steps.js';
import { TakenTime } from './taken-time.js';
import { InvitableUnits } from './unit-choices.js';
import { DueDigests } from './due-digests.js';
import { UntoldAnswers } from './untold-answers.js';
import { VisitFactsQuery } from './visit-facts.js';
import { VisitGuests } from './visit-guests.js';
import { VisitHistory } from './visit-history.js';
import { VisitsToExport } from './visits-to-export.js';
import { VisitSurroundings } from './visit-surroundings.js';
import { WaitingForAnswer } from './waiting-for-answer.js';
import { WithoutAccount } from './without-account.js';

/** Every question of this feature, for its module. */
export const visitQueries = [
  AgreedVisitsQuery,
  AwaitedReviewsQuery,
  AwaitedVisits,
  FreePlaces,
  Mailboxes,
  HeldVisits,
  GuestInvitations,
  HostDayQuery,
  HostedPrograms,
  ListNipLooks,
  ListVisits,
  ReadWantedName,
  NoticeReaders,
  OverlappingPeople,
  OrganisationChoices,
  ProgramChoices,
  RecentSteps,
  TakenTime,
  InvitableUnits,
  DueDigests,
  UntoldAnswers,
  VisitFactsQuery,
  VisitGuests,
  VisitHistory,
  VisitsToExport,
  VisitSurroundings,
  WaitingForAnswer,
  WithoutAccount,
];
