import { Mail1763900000000 } from './1763900000000-mail.js';
import { Units1763900000001 } from './1763900000001-units.js';
import { People1763900000002 } from './1763900000002-people.js';
import { Visits1763900000003 } from './1763900000003-visits.js';
import { Agendas1763900000004 } from './1763900000004-agendas.js';
import { Calendars1763900000005 } from './1763900000005-calendars.js';
import { Notes1763900000006 } from './1763900000006-notes.js';
import { FollowUps1763900000007 } from './1763900000007-follow-ups.js';
import { UnitChanges1763900000008 } from './1763900000008-unit-changes.js';
import { Summaries1763900000009 } from './1763900000009-summaries.js';
import { VisitFiles1763900000010 } from './1763900000010-visit-files.js';
import { AnswerLinks1763900000012 } from './1763900000012-answer-links.js';
import { Replies1763900000013 } from './1763900000013-replies.js';
import { FeedContents1763900000014 } from './1763900000014-feed-contents.js';
import { Reminders1763900000015 } from './1763900000015-reminders.js';
import { MailRate1763900000016 } from './1763900000016-mail-rate.js';
import { AttendedSessions1763900000017 } from './1763900000017-attended-sessions.js';
import { SessionInvitations1763900000018 } from './1763900000018-session-invitations.js';
import { VisitDays1763900000019 } from './1763900000019-visit-days.js';
import { RetiredPrograms1763900000022 } from './1763900000022-retired-programs.js';
import { NoteLives1763900000030 } from './1763900000030-note-lives.js';
import { NoteSearch1763900000031 } from './1763900000031-note-search.js';
import { Replications1763900000032 } from './1763900000032-replications.js';
import { Feedback1763900000033 } from './1763900000033-feedback.js';
import { SinergiFigures1763900000034 } from './1763900000034-sinergi-figures.js';
import { PersonVersions1763900000036 } from './1763900000036-person-versions.js';
import { SinergiNotes1763900000039 } from './1763900000039-sinergi-notes.js';
import { MonthlyReports1763900000040 } from './1763900000040-monthly-reports.js';
import { BackupRuns1764100000000 } from './1764100000000-backup-runs.js';
import { MailDelivery1764400000001 } from './1764400000001-mail-delivery.js';
import { ReturnAddresses1764500000001 } from './1764500000001-return-addresses.js';
import { ReplyQuestions1764500000002 } from './1764500000002-reply-questions.js';
import { DateRanges1764600000000 } from './1764600000000-date-ranges.js';
import { SubmittedVisits1764700000001 } from './1764700000001-submitted-visits.js';
import { ContactWriters1764700000002 } from './1764700000002-contact-writers.js';
import { SignInNetworks1764700000003 } from './1764700000003-sign-in-networks.js';
import { TokenExpiry1764700000004 } from './1764700000004-token-expiry.js';
import { MailReference1764800000000 } from './1764800000000-mail-reference.js';

/** Every migration, oldest first. */
export const migrations = [
  Mail1763900000000,
  Units1763900000001,
  People1763900000002,
  Visits1763900000003,
  Agendas1763900000004,
  Calendars1763900000005,
  Notes1763900000006,
  FollowUps1763900000007,
  UnitChanges1763900000008,
  Summaries1763900000009,
  VisitFiles1763900000010,
  AnswerLinks1763900000012,
  Replies1763900000013,
  FeedContents1763900000014,
  Reminders1763900000015,
  MailRate1763900000016,
  AttendedSessions1763900000017,
  SessionInvitations1763900000018,
  VisitDays1763900000019,
  RetiredPrograms1763900000022,
  NoteLives1763900000030,
  NoteSearch1763900000031,
  Replications1763900000032,
  Feedback1763900000033,
  SinergiFigures1763900000034,
  PersonVersions1763900000036,
  SinergiNotes1763900000039,
  MonthlyReports1763900000040,
  BackupRuns1764100000000,
  MailDelivery1764400000001,
  ReturnAddresses1764500000001,
  ReplyQuestions1764500000002,
  DateRanges1764600000000,
  SubmittedVisits1764700000001,
  ContactWriters1764700000002,
  SignInNetworks1764700000003,
  TokenExpiry1764700000004,
  MailReference1764800000000,
];
