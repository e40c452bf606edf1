import { Instant, listOf, OneOf, pageOf, Uuid, Whole } from '../../platform/http/view-fields.js';
import {
  mailCheckNames,
  mailCheckStates,
  type MailCheckName,
  type MailCheckState,
} from '../../platform/mail-checks/check-states.js';
import { mailStates, type MailState } from '../../platform/mail/mail-states.js';

const calendarMethods = ['REQUEST', 'CANCEL'] as const;

export class MailAddresseeView {
  name: string;
  /** Null for those who may not know it. */
  email: string | null;
}

/** A mail without what it says. */
export class MailLineView {
  @Uuid()
  id: string;

  to: MailAddresseeView;
  subject: string;

  @OneOf('MailState', mailStates)
  state: MailState;

  @Whole()
  tries: number;

  /** What the server said, or what failed. */
  lastError: string | null;

  /** The same in words of our own, in Indonesian. */
  problem: string | null;

  /** The visit it is about. */
  @Uuid()
  visit: string | null;

  @Instant()
  createdAt: string;

  @Instant()
  sentAt: string | null;

  /** Told to administrators alone. */
  messageId: string | null;

  @OneOf('CalendarMethod', calendarMethods)
  calendarMethod: (typeof calendarMethods)[number] | null;

  /** Whether its secrets were taken out, so that it cannot be sent as it was. */
  redacted: boolean;
}

export class MailPage extends pageOf(MailLineView) {}

/** A mail with what it says; null where that is the addressee's alone. */
export class MailView extends MailLineView {
  text: string | null;
  html: string | null;
  calendar: string | null;
}

export class MailOutageView {
  /** Null where it is the mail server itself. */
  domain: string | null;

  @Instant()
  since: string;

  @Instant()
  noticedAt: string;

  /** What the server said. */
  words: string;

  /** The same in words of our own, in Indonesian. */
  problem: string;
}

/** What keeps mails from leaving. */
export class MailTroubleView {
  @Whole()
  waiting: number;

  @Whole()
  givenUp: number;

  outages: MailOutageView[];
}

export class ResentMailsView extends MailTroubleView {
  /** How many are sent again. */
  @Whole()
  again: number;
}

/** What a check of sending or receiving mail found last. */
export class MailCheckView {
  @OneOf('MailCheckName', mailCheckNames)
  name: MailCheckName;

  @OneOf('MailCheckState', mailCheckStates)
  state: MailCheckState;

  /** What it is and what to do, in Indonesian. */
  words: string;

  /** What the other side said or publishes; '' for nothing. */
  detail: string;

  /** Since when it has been found so. */
  @Instant()
  since: string;

  @Instant()
  checkedAt: string;

  /** When it was last found well. */
  @Instant()
  goodAt: string | null;
}

export class MailChecksView extends listOf(MailCheckView) {}
