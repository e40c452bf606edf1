/** On whose side somebody takes part. */
export const participantSides = ['guest', 'host', 'invited'] as const;
export type ParticipantSide = (typeof participantSides)[number];

export const participantRoles = ['leader', 'member', 'speaker', 'minute-taker', 'observer'] as const;
export type ParticipantRole = (typeof participantRoles)[number];

/** What somebody said to the invitation (RFC 5545, PARTSTAT). */
export const participantAnswers = ['needs-action', 'accepted', 'tentative', 'declined'] as const;
export type ParticipantAnswer = (typeof participantAnswers)[number];

/** Whether somebody was there; what nobody marked is null. */
export const attendances = ['present', 'absent'] as const;
export type Attendance = (typeof attendances)[number];
