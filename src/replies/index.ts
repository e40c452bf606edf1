export { RepliesModule } from './replies.module.js';
export { ReadMailbox } from './use-cases/read-mailbox.js';
export { ReceiveMail } from './use-cases/receive-mail.js';
export { outcomeWords } from './domain/outcome.js';
export { ReceivedMails, type ReceivedLine } from './queries/received-mails.js';
export { MailboxReading, type Reading } from './queries/mailbox-reading.js';
export { repliesPersonal } from './storage/personal-columns.js';
