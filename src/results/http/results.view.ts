import { CalendarDate, listOf, OneOf, Uuid, Whole } from '../../platform/http/view-fields.js';
import { measureCodes, type Measure } from '../domain/measures.js';

/** What can be counted: an amount of something, by a measure, on a date. */
export class CountedResultView {
  @Uuid()
  id: string;

  /** Code of the organisation at whose place it was counted. */
  organisation: string;
  what: string;
  amount: number;

  @OneOf('Measure', measureCodes)
  measure: Measure;

  /** The amount with its measure, in Indonesian. */
  words: string;

  @CalendarDate()
  measuredOn: string;

  @Whole()
  version: number;
}

export class CountedResultList extends listOf(CountedResultView) {}

/** A product of small enterprise; its makers have no names. */
export class MadeProductView {
  @Uuid()
  id: string;

  organisation: string;
  name: string;
  maker: string;
  /** Rupiah. */
  price: number | null;
  /** What the price is of: `bungkus`. */
  soldBy: string;

  @Whole()
  version: number;
}

export class MadeProductList extends listOf(MadeProductView) {}
