/** What people keep of the day: words, or a photo with them. */
export const dayEntryKinds = ['note', 'photo'] as const;
export type DayEntryKind = (typeof dayEntryKinds)[number];
