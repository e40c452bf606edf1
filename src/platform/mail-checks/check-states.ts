/** What of sending and receiving mail is checked. */
export const mailCheckNames = ['smtp', 'imap', 'mx', 'spf', 'dkim', 'dmarc'] as const;

export type MailCheckName = (typeof mailCheckNames)[number];

/**
 * How a check ended: all is well; works, but not for long or not everywhere; does not work; cannot be told here; there is
 * nothing to check.
 */
export const mailCheckStates = ['good', 'warning', 'bad', 'unknown', 'off'] as const;

export type MailCheckState = (typeof mailCheckStates)[number];
