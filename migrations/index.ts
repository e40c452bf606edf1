import { Extensions1795910400001 } from './1795910400001-extensions.js';
import { Mail1795910400002 } from './1795910400002-mail.js';
import { Units1795910400003 } from './1795910400003-units.js';
import { Hosting1795910400004 } from './1795910400004-hosting.js';
import { People1795910400005 } from './1795910400005-people.js';
import { Backups1795910400006 } from './1795910400006-backups.js';
import { Visits1795910400007 } from './1795910400007-visits.js';
import { VisitParticipants1795910400008 } from './1795910400008-visit-participants.js';
import { VisitRecords1795910400009 } from './1795910400009-visit-records.js';
import { Agendas1795910400010 } from './1795910400010-agendas.js';
import { Calendars1795910400011 } from './1795910400011-calendars.js';
import { Replies1795910400012 } from './1795910400012-replies.js';
import { Notes1795910400013 } from './1795910400013-notes.js';
import { NoteSearch1795910400014 } from './1795910400014-note-search.js';
import { FollowUps1795910400015 } from './1795910400015-follow-ups.js';
import { VisitDays1795910400016 } from './1795910400016-visit-days.js';
import { Feedback1795910400017 } from './1795910400017-feedback.js';
import { Summaries1795910400018 } from './1795910400018-summaries.js';
import { Reminders1795910400019 } from './1795910400019-reminders.js';
import { SinergiFigures1795910400020 } from './1795910400020-sinergi-figures.js';
import { SinergiCounting1795910400021 } from './1795910400021-sinergi-counting.js';
import { MonthlyReports1795910400022 } from './1795910400022-monthly-reports.js';
import { SentForms1795910400023 } from './1795910400023-sent-forms.js';
import { HeardAnswers1795950000001 } from './1795950000001-heard-answers.js';
import { KnownSenders1795950000002 } from './1795950000002-known-senders.js';
import { ApprovedTimes1795950000101 } from './1795950000101-approved-times.js';
import { AgreedParties1795950000102 } from './1795950000102-agreed-parties.js';
import { WeeklyDigests1795950000103 } from './1795950000103-weekly-digests.js';
import { ReachedAddresses1795950000201 } from './1795950000201-reached-addresses.js';
import { OvertakenMails1795950000202 } from './1795950000202-overtaken-mails.js';
import { FeedChanges1795950000203 } from './1795950000203-feed-changes.js';
import { MailRefusals1795950000204 } from './1795950000204-mail-refusals.js';
import { LateEntries1795960000301 } from './1795960000301-late-entries.js';
import { ReleasedFeedback1795960000401 } from './1795960000401-released-feedback.js';
import { CountedTimes1795960000402 } from './1795960000402-counted-times.js';
import { MailChecks1795960000501 } from './1795960000501-mail-checks.js';
import { OrganizerNames1795960000502 } from './1795960000502-organizer-names.js';
import { SharedAddresses1795960000503 } from './1795960000503-shared-addresses.js';
import { Organisations1795970000101 } from './1795970000101-organisations.js';
import { VisitGuests1795970000201 } from './1795970000201-visit-guests.js';
import { RecordedVisits1795970000401 } from './1795970000401-recorded-visits.js';
import { Imports1795970000402 } from './1795970000402-imports.js';
import { UnitNames1795970000501 } from './1795970000501-unit-names.js';
import { HostingByDate1795970000601 } from './1795970000601-hosting-by-date.js';
import { ClosedAddresses1795970000701 } from './1795970000701-closed-addresses.js';
import { AddressChanges1795970000702 } from './1795970000702-address-changes.js';
import { SetupItems1795970000703 } from './1795970000703-setup-items.js';
import { Series1795970000801 } from './1795970000801-series.js';
import { Trips1795970000802 } from './1795970000802-trips.js';
import { JoinedPairs1795970000901 } from './1795970000901-joined-pairs.js';
import { PartnerNames1795980000101 } from './1795980000101-partner-names.js';
import { UnitPositions1795980000201 } from './1795980000201-unit-positions.js';
import { UnitLives1795980000202 } from './1795980000202-unit-lives.js';
import { FiguresOfHeirs1795980000203 } from './1795980000203-figures-of-heirs.js';
import { AnswerWays1795980000301 } from './1795980000301-answer-ways.js';
import { EnteredAnswers1795980000302 } from './1795980000302-entered-answers.js';
import { ArrangedVisits1795980000401 } from './1795980000401-arranged-visits.js';
import { CountingOnce1795980000501 } from './1795980000501-counting-once.js';
import { BoundedTimes1795990000001 } from './1795990000001-bounded-times.js';
import { ParticipantLinks1795990001001 } from './1795990001001-participant-links.js';
import { ParticipantFeeds1795990001002 } from './1795990001002-participant-feeds.js';
import { ParticipantAddresses1795990001003 } from './1795990001003-participant-addresses.js';
import { AccountAddresses1795990001004 } from './1795990001004-account-addresses.js';
import { ParticipantRanks1795990002001 } from './1795990002001-participant-ranks.js';
import { ParticipantReach1795990002002 } from './1795990002002-participant-reach.js';
import { AcceptanceWords1795990002003 } from './1795990002003-acceptance-words.js';
import { OnlineVisits1795990003001 } from './1795990003001-online-visits.js';
import { DayHours1795990003002 } from './1795990003002-day-hours.js';
import { FieldChanges1795990004001 } from './1795990004001-field-changes.js';
import { LearningQuestions1795990004002 } from './1795990004002-learning-questions.js';
import { LearningChecks1795990004003 } from './1795990004003-learning-checks.js';
import { StaffedHeirs1795990005001 } from './1795990005001-staffed-heirs.js';
import { ClosingOrganisations1795990005002 } from './1795990005002-closing-organisations.js';
import { PositionConfirmers1795990005003 } from './1795990005003-position-confirmers.js';
import { SummaryEntries1796000001001 } from './1796000001001-summary-entries.js';
import { LearningDays1796000002001 } from './1796000002001-learning-days.js';
import { QuestionIdentities1796000002002 } from './1796000002002-question-identities.js';
import { TripMemberRanks1796000003001 } from './1796000003001-trip-member-ranks.js';
import { OwnHours1796000004001 } from './1796000004001-own-hours.js';
import { MessageLinks1796000005001 } from './1796000005001-message-links.js';
import { FeedRevisions1796000006001 } from './1796000006001-feed-revisions.js';
import { FeedTriggers1796000006002 } from './1796000006002-feed-triggers.js';
import { FeedScopes1796000006003 } from './1796000006003-feed-scopes.js';
import { FreeVisitNumbers1796000007001 } from './1796000007001-free-visit-numbers.js';
import { VisitReaders1796000007002 } from './1796000007002-visit-readers.js';
import { FollowUpLists1796000007003 } from './1796000007003-follow-up-lists.js';
import { FoundVisits1796000008001 } from './1796000008001-found-visits.js';
import { FollowUpReaders1796000008002 } from './1796000008002-follow-up-readers.js';
import { HostedVisits1796000008003 } from './1796000008003-hosted-visits.js';
import { Matters1796000008004 } from './1796000008004-matters.js';
import { NoteSearchMarks1796000008101 } from './1796000008101-note-search-marks.js';
import { VisitWords1796000008102 } from './1796000008102-visit-words.js';
import { CountingBeside1796000008200 } from './1796000008200-counting-beside.js';
import { LighterTriggers1796000008201 } from './1796000008201-lighter-triggers.js';
import { Retention1796000008300 } from './1796000008300-retention.js';
import { VacuumSettings1796000008301 } from './1796000008301-vacuum-settings.js';
import { QuickDayHours1796000008400 } from './1796000008400-quick-day-hours.js';
import { AcceptedVisits1796000008401 } from './1796000008401-accepted-visits.js';
import { VisitsByTime1796000008700 } from './1796000008700-visits-by-time.js';
import { SummedFigures1796000008790 } from './1796000008790-summed-figures.js';
import { FoldingBeforeReading1796000008791 } from './1796000008791-folding-before-reading.js';
import { ReadersByState1796000008800 } from './1796000008800-readers-by-state.js';
import { FeedbackToTell1796000008801 } from './1796000008801-feedback-to-tell.js';
import { NipLooks1796000009000 } from './1796000009000-nip-looks.js';
import { OfficePapers1796000009010 } from './1796000009010-office-papers.js';
import { Letters1796000009020 } from './1796000009020-letters.js';
import { AttendanceStates1796000009100 } from './1796000009100-attendance-states.js';
import { ArrivalSettings1796000009101 } from './1796000009101-arrival-settings.js';
import { CheckIn1796000009102 } from './1796000009102-check-in.js';
import { StoredFiles1796000009200 } from './1796000009200-stored-files.js';
import { LetterCopies1796000009201 } from './1796000009201-letter-copies.js';
import { PhotoAlbum1796000009220 } from './1796000009220-photo-album.js';
import { PressTexts1796000009240 } from './1796000009240-press-texts.js';
import { Results1796000009241 } from './1796000009241-results.js';
import { Erasures1796000009260 } from './1796000009260-erasures.js';
import { ExportRecords1796000009261 } from './1796000009261-export-records.js';
import { RetentionRuns1796000009262 } from './1796000009262-retention-runs.js';
import { LetterDetails1796000009280 } from './1796000009280-letter-details.js';
import { LetterTemplates1796000009300 } from './1796000009300-letter-templates.js';
import { Bundles1796000009301 } from './1796000009301-bundles.js';

/** Every migration, oldest first. */
export const migrations = [
  Extensions1795910400001,
  Mail1795910400002,
  Units1795910400003,
  Hosting1795910400004,
  People1795910400005,
  Backups1795910400006,
  Visits1795910400007,
  VisitParticipants1795910400008,
  VisitRecords1795910400009,
  Agendas1795910400010,
  Calendars1795910400011,
  Replies1795910400012,
  Notes1795910400013,
  NoteSearch1795910400014,
  FollowUps1795910400015,
  VisitDays1795910400016,
  Feedback1795910400017,
  Summaries1795910400018,
  Reminders1795910400019,
  SinergiFigures1795910400020,
  SinergiCounting1795910400021,
  MonthlyReports1795910400022,
  SentForms1795910400023,
  HeardAnswers1795950000001,
  KnownSenders1795950000002,
  ApprovedTimes1795950000101,
  AgreedParties1795950000102,
  WeeklyDigests1795950000103,
  ReachedAddresses1795950000201,
  OvertakenMails1795950000202,
  FeedChanges1795950000203,
  MailRefusals1795950000204,
  LateEntries1795960000301,
  ReleasedFeedback1795960000401,
  CountedTimes1795960000402,
  MailChecks1795960000501,
  OrganizerNames1795960000502,
  SharedAddresses1795960000503,
  Organisations1795970000101,
  VisitGuests1795970000201,
  RecordedVisits1795970000401,
  Imports1795970000402,
  UnitNames1795970000501,
  HostingByDate1795970000601,
  ClosedAddresses1795970000701,
  AddressChanges1795970000702,
  SetupItems1795970000703,
  Series1795970000801,
  Trips1795970000802,
  JoinedPairs1795970000901,
  PartnerNames1795980000101,
  UnitPositions1795980000201,
  UnitLives1795980000202,
  FiguresOfHeirs1795980000203,
  AnswerWays1795980000301,
  EnteredAnswers1795980000302,
  ArrangedVisits1795980000401,
  CountingOnce1795980000501,
  BoundedTimes1795990000001,
  ParticipantLinks1795990001001,
  ParticipantFeeds1795990001002,
  ParticipantAddresses1795990001003,
  AccountAddresses1795990001004,
  ParticipantRanks1795990002001,
  ParticipantReach1795990002002,
  AcceptanceWords1795990002003,
  OnlineVisits1795990003001,
  DayHours1795990003002,
  FieldChanges1795990004001,
  LearningQuestions1795990004002,
  LearningChecks1795990004003,
  StaffedHeirs1795990005001,
  ClosingOrganisations1795990005002,
  PositionConfirmers1795990005003,
  SummaryEntries1796000001001,
  LearningDays1796000002001,
  QuestionIdentities1796000002002,
  TripMemberRanks1796000003001,
  OwnHours1796000004001,
  MessageLinks1796000005001,
  FeedRevisions1796000006001,
  FeedTriggers1796000006002,
  FeedScopes1796000006003,
  FreeVisitNumbers1796000007001,
  VisitReaders1796000007002,
  FollowUpLists1796000007003,
  FoundVisits1796000008001,
  FollowUpReaders1796000008002,
  HostedVisits1796000008003,
  Matters1796000008004,
  NoteSearchMarks1796000008101,
  VisitWords1796000008102,
  CountingBeside1796000008200,
  LighterTriggers1796000008201,
  Retention1796000008300,
  VacuumSettings1796000008301,
  QuickDayHours1796000008400,
  AcceptedVisits1796000008401,
  VisitsByTime1796000008700,
  SummedFigures1796000008790,
  FoldingBeforeReading1796000008791,
  ReadersByState1796000008800,
  FeedbackToTell1796000008801,
  NipLooks1796000009000,
  OfficePapers1796000009010,
  Letters1796000009020,
  AttendanceStates1796000009100,
  ArrivalSettings1796000009101,
  CheckIn1796000009102,
  StoredFiles1796000009200,
  LetterCopies1796000009201,
  PhotoAlbum1796000009220,
  PressTexts1796000009240,
  Results1796000009241,
  Erasures1796000009260,
  ExportRecords1796000009261,
  RetentionRuns1796000009262,
  LetterDetails1796000009280,
  LetterTemplates1796000009300,
  Bundles1796000009301,
];
