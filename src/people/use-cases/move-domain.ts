import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { RequestError } from '../../platform/http/request-error.js';
import { AddressBooks, type AddressClash } from '../../platform/mail/address-books.js';
import type { Actor } from '../../platform/security/actor.js';
import { normaliseEmail } from '../../platform/text/emails.js';

/** What of one book moves, and what stays. */
export interface MovedBook {
  title: string;
  count: number;
  /** The first of them. */
  examples: string[];
  clashes: AddressClash[];
}

/** Domains as they are stored. */
export interface Domains {
  from: string;
  to: string;
}

const MOST_EXAMPLES = 10;

/** Moves every address of a domain to another, as when a ministry is renamed: all in one step. */
@Injectable()
export class MoveDomain {
  constructor(
    private readonly database: Database,
    private readonly books: AddressBooks,
  ) {}

  /** @throws RequestError `validation-failed` for what is no domain, or the same one */
  async preview(given: Domains): Promise<MovedBook[]> {
    const { from, to } = storedDomains(given);
    const shown: MovedBook[] = [];
    for (const { title, find } of this.books.all) {
      const { addresses, clashes } = await find(from, to);
      const examples = addresses.slice(0, MOST_EXAMPLES);
      shown.push({ title, count: addresses.length, examples, clashes: [...clashes] });
    }
    return shown;
  }

  /** @returns what moved, book by book */
  async execute(actor: Actor, given: Domains): Promise<MovedBook[]> {
    const { from, to } = storedDomains(given);
    return this.database.transaction(async () => {
      const before = await this.preview(given);
      for (const book of this.books.all) {
        await book.move(actor, (await book.find(from, to)).addresses, to);
      }
      return before;
    });
  }
}

function storedDomains(given: Domains): Domains {
  const [from, to] = [domainOf(given.from), domainOf(given.to)];
  const faults = [
    ...(from === null
      ? [{ field: 'from', message: 'bukan domain yang benar, contoh: kemenkumham.go.id' }]
      : []),
    ...(to === null ? [{ field: 'to', message: 'bukan domain yang benar, contoh: kemenimipas.go.id' }] : []),
    ...(to !== null && to === from ? [{ field: 'to', message: 'sama dengan domain lama' }] : []),
  ];
  if (from === null || to === null || faults.length > 0) {
    throw new RequestError('validation-failed', {}, faults);
  }
  return { from, to };
}

const domainOf = (text: string): string | null => {
  const email = normaliseEmail(`x@${text.trim().replace(/^@/, '')}`);
  return email === null ? null : email.slice(2);
};
