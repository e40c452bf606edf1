import type { SendMailOptions } from 'nodemailer';
import { bareAddress, displayName, domainOf, headerText } from './header-text.js';
import type { CalendarPart, StoredMail } from './outgoing-mail.js';

/**
 * The mail as nodemailer takes it, sent by the mailbox `from` (`Name <address>`). With a calendar part:
 * mixed{ alternative{ text/plain, text/html, text/calendar }, invite.ics }, the layout most mail programs
 * show as an invitation (RFC 6047 section 2.4).
 *
 * The recipient's return address is the envelope's sender, so that a bounce names whom it is about. A scheduling
 * message is From it too, because it is the ORGANIZER there: some programs answer the one, some the other, and some
 * trust only a message where both are the same. Any other mail is From the house, as people know it, and asks for
 * answers to the return address (Reply-To).
 *
 * One address has one name: programs show all mails of an address under the name of the ORGANIZER that they accepted last
 * (seen in Thunderbird). A return address is called like the organizer, or not at all.
 */
export function buildMessage(mail: StoredMail, from: string): SendMailOptions {
  const to = { name: headerText(mail.to.name), address: headerText(mail.to.email) };
  const house = bareAddress(from);
  const back = mail.returnAddress ?? house;
  return {
    from: { name: nameOf(mail, from, back), address: mail.calendar ? back : house },
    ...(back !== house && !mail.calendar && { replyTo: { name: '', address: back } }),
    to,
    envelope: { from: back, to: [to.address] },
    subject: headerText(mail.subject),
    messageId: mail.messageId,
    // Programs show what belongs to one visit together.
    ...(mail.firstMessageId !== null && {
      inReplyTo: mail.firstMessageId,
      references: mail.firstMessageId,
    }),
    date: mail.createdAt,
    headers: headers(mail, from),
    text: mail.text,
    html: mail.html,
    ...parts(mail),
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function nameOf({ calendar }: StoredMail, from: string, back: string): string {
  return calendar && back !== bareAddress(from)
    ? headerText(calendar.organizer ?? displayName(from))
    : displayName(from);
}

/**
 * Marks of a mail that a program wrote (RFC 3834 section 5), of the stream it belongs to (RFC 2919), and of how one no
 * longer gets its kind, with one click (RFC 8058).
 */
function headers(mail: StoredMail, from: string): Record<string, string> {
  const stream = mail.stream?.toLowerCase().replace(/[^a-z0-9-]+/g, '-');
  return {
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'OOF, AutoReply',
    'List-Id': `${stream ? 'Kunjungan di Sambang' : 'Sambang'} <${stream ? `${stream}.` : ''}sambang.${domainOf(from)}>`,
    ...(mail.refusalUrl !== null && {
      'List-Unsubscribe': `<${mail.refusalUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  };
}

/** A calendar's parts and the files that go with the mail; a mail has seldom both. */
function parts({ calendar, attachments }: StoredMail): Pick<SendMailOptions, 'alternatives' | 'attachments'> {
  const { alternatives = [], attachments: invite = [] } = calendar ? calendarParts(calendar) : {};
  const files = [...invite, ...attachments];
  return {
    ...(alternatives.length > 0 && { alternatives }),
    ...(files.length > 0 && { attachments: files }),
  };
}

/** nodemailer's own icalEvent leaves the encoding of the alternative to chance, so both parts are named here. */
function calendarParts({
  method,
  content,
}: CalendarPart): Pick<SendMailOptions, 'alternatives' | 'attachments'> {
  return {
    alternatives: [
      {
        content,
        contentType: `text/calendar; charset=utf-8; method=${method}`,
        contentTransferEncoding: 'base64',
      },
    ],
    attachments: [
      {
        content,
        filename: 'invite.ics',
        contentType: 'application/ics',
        contentTransferEncoding: 'base64',
      },
    ],
  };
}
