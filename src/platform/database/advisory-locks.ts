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
} as const;
