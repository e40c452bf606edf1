/** How far an import is: read and shown, confirmed and under way, done. */
export const importStates = ['read', 'confirmed', 'done'] as const;
export type ImportState = (typeof importStates)[number];

/**
 * What a row is: `ready` to be made, `faulty` by itself, `known` since the same content was imported before or stands
 * higher up, `made`, or `refused` when it was to be made.
 */
export const rowStates = ['ready', 'faulty', 'known', 'made', 'refused'] as const;
export type RowState = (typeof rowStates)[number];

/** Those that come back in a file with the reason. */
export const sentBack: readonly RowState[] = ['faulty', 'refused'];
