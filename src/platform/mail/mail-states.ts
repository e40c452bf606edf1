/** Where a mail stands: waiting, out, given up, or held back on purpose. */
export const mailStates = ['queued', 'sent', 'failed', 'suppressed'] as const;

export type MailState = (typeof mailStates)[number];

/** Whether a mail holds what nobody else may read, until it is out for good. */
export const mailSecrets = ['none', 'held', 'redacted'] as const;

export type MailSecrets = (typeof mailSecrets)[number];

/** Why the server counts as out: it cannot be used, or it took none of many mails in a row. */
export const outageCauses = ['fault', 'takes-none'] as const;

export type OutageCause = (typeof outageCauses)[number];
