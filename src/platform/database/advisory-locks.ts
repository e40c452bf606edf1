/**
 * Keys of PostgreSQL's advisory locks, all in one place since equal ones would wait for each other. The triggers that
 * keep Sinergi's figures have 7 261 225 and 7 261 226, which stand in SQL.
 */
export const advisoryLocks = {
  /** Whoever migrates; app and worker that start together take turns. */
  migration: 7_261_224,
  /** Whoever owns an embedded database. */
  owner: 7_261_301,
  /** Whoever makes a backup: one at a time. */
  backup: 7_261_302,
  /** Whoever removes files from their store shares it; a backup has it alone, so that what it copies stays. */
  files: 7_261_303,
} as const;
