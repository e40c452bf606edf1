/** Where a mail stands: waiting, out, given up, held back since its cause is gone, or overtaken by a newer one. */
export const mailStates = ['queued', 'sent', 'failed', 'suppressed', 'overtaken'] as const;

export type MailState = (typeof mailStates)[number];

/**
 * What a mail is of use for only as long as it lasts: that its recipient takes part in the visit, or that
 * what it asks is still to be answered.
 */
export const mailCauses = ['participation', 'open-question'] as const;

export type MailCause = (typeof mailCauses)[number];

/** Whether a mail holds what nobody else may read, until it is out for good. */
export const mailSecrets = ['none', 'held', 'redacted'] as const;

export type MailSecrets = (typeof mailSecrets)[number];

/** What people may say that they no longer want, by the link in each such mail. */
export const bulkMails = ['digest', 'reminder'] as const;

export type BulkMail = (typeof bulkMails)[number];

/** Why the server counts as out: it cannot be used, or it took none of many mails in a row. */
export const outageCauses = ['fault', 'takes-none'] as const;

export type OutageCause = (typeof outageCauses)[number];
