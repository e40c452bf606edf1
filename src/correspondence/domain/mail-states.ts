/** Where a mail stands: waiting, out, given up, or held back on purpose. */
export const mailStates = ['queued', 'sent', 'failed', 'suppressed'] as const;

export type MailState = (typeof mailStates)[number];
