import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/security/actor.js';
import type { Measure } from '../domain/measures.js';
import {
  ResultRepository,
  type ProductRow,
  type ResultPlace,
  type ResultRow,
} from '../storage/result-repository.js';
import { ResultAccess, type ResultAround } from './result-access.js';

export type { ResultPlace };

/** An amount of something, by a measure, on a date. */
export interface CountedResult extends Omit<ResultRow, 'amount' | 'writtenBy'> {
  amount: number;
  measure: Measure;
}

/** A product with its price in rupiah. */
export interface MadeProduct extends Omit<ProductRow, 'price' | 'writtenBy'> {
  price: number | null;
}

/** What can be counted of a visit or a practice, and what is made there. */
export interface Results {
  results: CountedResult[];
  products: MadeProduct[];
}

/** Reads results. */
@Injectable()
export class ReadResults {
  constructor(
    private readonly access: ResultAccess,
    private readonly rows: ResultRepository,
  ) {}

  /** @throws RequestError `not-found` also for those who may not see the visit or the practice */
  async execute(actor: Actor, place: ResultPlace): Promise<Results & { around: ResultAround }> {
    const [around, results] = await Promise.all([this.access.around(actor, place), this.of(place)]);
    return { around, ...results };
  }

  /** Whoever asks has made sure that the visit or practice may be seen. */
  async of(place: ResultPlace): Promise<Results> {
    const [results, products] = await Promise.all([this.rows.resultsOf(place), this.rows.productsOf(place)]);
    return {
      results: results.map(({ writtenBy: _, ...row }) => ({ ...row, amount: Number(row.amount) })),
      products: products.map(({ writtenBy: _, ...row }) => ({
        ...row,
        price: row.price === null ? null : Number(row.price),
      })),
    };
  }
}
