/** Whose participant somebody is. */
export const sides = ['guest', 'host', 'invited'] as const;

export const participantRoles = ['leader', 'member', 'speaker', 'minute-taker', 'observer'] as const;

/** What a participant answered to the invitation. */
export const answers = ['needs-action', 'accepted', 'tentative', 'declined'] as const;

export const attendances = ['present', 'absent'] as const;
