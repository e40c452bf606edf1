import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { newId } from '../../platform/text/tokens.js';
import { ResultError } from '../domain/error-codes.js';
import type { Measure } from '../domain/measures.js';
import { MOST_RESULTS, privateFaults } from '../domain/result-rules.js';
import {
  ResultRepository,
  type ProductRow,
  type ResultPlace,
  type ResultRow,
} from '../storage/result-repository.js';
import { ResultAccess } from './result-access.js';

/** What is counted. */
export interface GivenResult {
  organisation: string;
  what: string;
  amount: number;
  measure: Measure;
  measuredOn: string;
}

/** A product and who makes it. */
export interface GivenProduct {
  organisation: string;
  name: string;
  maker: string;
  price: number | null;
  soldBy: string;
}

/** A row as it was seen. */
export interface SeenRow {
  id: string;
  version: number;
}

/** Keeps what can be counted of visits and practices, and what is made there. */
@Injectable()
export class KeepResults {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: ResultAccess,
    private readonly rows: ResultRepository,
  ) {}

  /**
   * @param seen the row that is changed; null for a new one
   * @throws ResultError `result-changed`, `result-unsound`, `results-full`; RequestError `not-found`, `not-allowed`
   */
  async putResult(
    actor: Actor,
    place: ResultPlace,
    seen: SeenRow | null,
    given: GivenResult,
  ): Promise<string> {
    return this.database.transaction(async () => {
      await this.assertWritable(actor, place, given.organisation);
      const { what, measure, measuredOn, organisation } = given;
      assertSound({ what }, { what });
      const before = seen && current(await this.rows.result(seen.id), place, seen);
      if (!before) assertRoom(await this.rows.resultsOf(place));
      const amount = given.amount.toFixed(2);
      const row = { organisation, what, amount, measure, measuredOn };
      if (before && isSame(before, row)) return before.id;
      const kept: ResultRow = { ...place, ...row, ...this.marks(actor, before) };
      await this.rows.putResult(kept);
      return kept.id;
    });
  }

  async putProduct(
    actor: Actor,
    place: ResultPlace,
    seen: SeenRow | null,
    given: GivenProduct,
  ): Promise<string> {
    return this.database.transaction(async () => {
      await this.assertWritable(actor, place, given.organisation);
      const { name, maker, soldBy, organisation } = given;
      assertSound({ name }, { name, maker, soldBy });
      const before = seen && current(await this.rows.product(seen.id), place, seen);
      if (!before) assertRoom(await this.rows.productsOf(place));
      const price = given.price === null ? null : given.price.toFixed(2);
      const row = { organisation, name, maker, price, soldBy };
      if (before && isSame(before, row)) return before.id;
      const kept: ProductRow = { ...place, ...row, ...this.marks(actor, before) };
      await this.rows.putProduct(kept);
      return kept.id;
    });
  }

  async removeResult(actor: Actor, place: ResultPlace, seen: SeenRow): Promise<void> {
    await this.database.transaction(async () => {
      await this.assertWritable(actor, place, null);
      await this.rows.removeResult(current(await this.rows.result(seen.id), place, seen).id);
    });
  }

  async removeProduct(actor: Actor, place: ResultPlace, seen: SeenRow): Promise<void> {
    await this.database.transaction(async () => {
      await this.assertWritable(actor, place, null);
      await this.rows.removeProduct(current(await this.rows.product(seen.id), place, seen).id);
    });
  }

  private async assertWritable(actor: Actor, place: ResultPlace, organisation: string | null): Promise<void> {
    const { mayWrite, parties } = await this.access.around(actor, place);
    if (!mayWrite) throw new RequestError('not-allowed');
    if (organisation !== null && !parties.has(organisation))
      throw unsound('organisation', 'pilih salah satu');
  }

  private marks(actor: Actor, before: SeenRow | null) {
    const [writtenBy, writtenAt] = [actor.personId, this.clock.now()];
    return { id: before?.id ?? newId(), version: (before?.version ?? 0) + 1, writtenBy, writtenAt };
  }
}

const unsound = (field: string, message: string): ResultError =>
  new ResultError('result-unsound', {}, [{ field, message }]);

function assertSound(
  needed: Readonly<Record<string, string>>,
  texts: Readonly<Record<string, string>>,
): void {
  const empty = Object.entries(needed).filter(([, text]) => text === '');
  const faults = [...empty.map(([field]) => ({ field, message: 'mohon diisi' })), ...privateFaults(texts)];
  if (faults.length > 0) throw new ResultError('result-unsound', {}, faults);
}

function assertRoom(rows: readonly unknown[]): void {
  if (rows.length >= MOST_RESULTS) throw new ResultError('results-full');
}

/** @throws RequestError `not-found` for a row of another place; ResultError `result-changed` */
function current<Row extends SeenRow & { visitId: string | null; noteId: string | null }>(
  row: Row | null,
  place: ResultPlace,
  seen: SeenRow,
): Row {
  const standing = found(row);
  if (standing.visitId !== place.visitId || standing.noteId !== place.noteId)
    throw new RequestError('not-found');
  if (standing.version !== seen.version) {
    throw new ResultError('result-changed', { current: { version: standing.version } });
  }
  return standing;
}

const isSame = <Row extends object>(before: Row, given: Partial<Row>): boolean =>
  Object.entries(given).every(([name, value]) => before[name as keyof Row] === value);
