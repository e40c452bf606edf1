import { outageProblem, problemOf } from '../../platform/mail/delivery-words.js';
import type { MailFacts } from '../queries/find-mail.js';
import type { MailLine } from '../queries/mail-selection.js';
import type { MailTrouble } from '../queries/mails-that-wait.js';
import type { MailCheck } from '../../platform/mail-checks/mail-checks.js';
import type { MailCheckView, MailLineView, MailTroubleView, MailView } from './mail.view.js';

/** A mail in a list. */
export function presentMail(mail: MailLine): MailLineView {
  return {
    id: mail.id,
    to: { name: mail.toName, email: mail.toEmail },
    subject: mail.subject,
    state: mail.state,
    tries: mail.tries,
    lastError: mail.lastError,
    problem: problemOf(mail),
    visit: mail.visit,
    createdAt: mail.createdAt.toISOString(),
    sentAt: mail.sentAt?.toISOString() ?? null,
    messageId: mail.messageId,
    calendarMethod: mail.calendarMethod,
    redacted: mail.isRedacted,
  };
}

/** A mail with what it says; null where that is the addressee's alone. */
export function presentWholeMail(mail: MailFacts): MailView {
  return {
    ...presentMail(mail),
    text: mail.body?.text ?? null,
    html: mail.body?.html ?? null,
    calendar: mail.body?.calendar ?? null,
  };
}

/** What keeps mails from leaving; `domain` is null where it is the mail server itself. */
export function presentTrouble({ outages, waiting, givenUp }: MailTrouble): MailTroubleView {
  return {
    waiting,
    givenUp,
    outages: outages.map(({ domain, since, noticedAt, words }) => ({
      domain,
      since: since.toISOString(),
      noticedAt: noticedAt.toISOString(),
      words,
      problem: outageProblem(domain, words),
    })),
  };
}

export function presentCheck(check: MailCheck): MailCheckView {
  return {
    name: check.name,
    state: check.state,
    words: check.words,
    detail: check.detail,
    since: check.since.toISOString(),
    checkedAt: check.checkedAt.toISOString(),
    goodAt: check.goodAt?.toISOString() ?? null,
  };
}
