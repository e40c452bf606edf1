import { listOf, Whole } from '../../platform/http/view-fields.js';

export class AddressClashView {
  address: string;
  /** In Indonesian. */
  why: string;
}

/** Addresses of one kind that move, and those that stay. */
class MovedBookView {
  title: string;

  @Whole()
  count: number;

  /** The first of them. */
  examples: string[];
  clashes: AddressClashView[];
}

export class MovedBookList extends listOf(MovedBookView) {}
