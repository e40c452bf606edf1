/** Days after a visit on which the guest's leader can be asked what is done of what was learned. */
export const learningDays = [30, 60, 90] as const;
export type LearningDay = (typeof learningDays)[number];
