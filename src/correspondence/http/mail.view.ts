import { Instant, OneOf, pageOf, Uuid, Whole } from '../../platform/http/view-fields.js';
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

  lastError: string | null;

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
