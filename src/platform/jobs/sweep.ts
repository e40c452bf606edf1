import { applyDecorators, Injectable, SetMetadata } from '@nestjs/common';

import type { MissedRun } from './job.js';

export const SWEEP = 'sambang:sweep';

export interface SweepDefinition {
  /** Name of the queue of the search, `<feature>.<what>`; each item is a job of `<name>-one`. */
  name: string;
  /** Five-field cron expression, in Western Indonesian Time. */
  cron: string;
  /** What becomes of a run that was missed; a search that is made up for finds what is still due. */
  missed: MissedRun;
}

/** Something that a sweep may have to do. */
export interface Candidate {
  /** Names it for good: the id of a visit, the code of an office. */
  key: string;
  /**
   * Whether it is due now: null when not, else the marks that tell that it was done, such as keys of mails; it is done
   * when all are known. Without marks it is to be done as long as it is found. A throw is left to the item's own job, whose
   * failure is seen.
   */
  due(): readonly string[] | null;
}

/** Which candidates are read: a page in the order of their keys, or the one of a key. */
export interface SweepRange {
  /** Keys after this one; null from the first on. */
  after: string | null;
  only: string | null;
  limit: number;
}

export const onlyOf = (key: string): SweepRange => ({ after: null, only: key, limit: 1 });

/**
 * Work that comes due by itself. The sweep only finds; each item is a job of its own, so that one that fails stops no
 * other, is tried again and is seen among the failed.
 */
export interface SweepHandler {
  /** A page of what may be due, in the order of keys; a page that is not full is the last. Decides nothing by row. */
  find(range: SweepRange): Promise<Candidate[]>;
  /** Those of the marks that are known already. Needed where candidates have marks. */
  known?(marks: readonly string[]): Promise<ReadonlySet<string>>;
  /** Does one item in one transaction, deciding anew: it may have been done or gone in between. Idempotent. */
  one(key: string): Promise<void>;
}

/** Makes a class a sweep: found by itself wherever a module provides it. */
export const Sweep = (definition: SweepDefinition): ClassDecorator =>
  applyDecorators(Injectable(), SetMetadata(SWEEP, definition));
