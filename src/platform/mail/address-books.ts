import { Injectable } from '@nestjs/common';
import type { Actor } from '../security/actor.js';

/** An address that stays as it is, and why. */
export interface AddressClash {
  address: string;
  why: string;
}

/** What a book has at a domain. */
export interface BookEntries {
  /** Addresses that would move. */
  addresses: readonly string[];
  clashes: readonly AddressClash[];
}

/** A place where addresses are kept, which a move of a whole domain goes through. */
export interface AddressBook {
  /** Books are gone through in ascending order: an account's address takes its participants along. */
  order: number;
  /** In Indonesian: `Akun`. */
  title: string;
  find: (domain: string, to: string) => Promise<BookEntries>;
  /** In the open transaction; what clashes stays. */
  move: (actor: Actor, addresses: readonly string[], to: string) => Promise<void>;
}

/** The same mailbox at another domain. */
export const atDomain = (address: string, domain: string): string =>
  `${address.slice(0, address.lastIndexOf('@'))}@${domain}`;

/** Where features register the addresses that they keep. */
@Injectable()
export class AddressBooks {
  private readonly books: AddressBook[] = [];

  register(book: AddressBook): void {
    this.books.push(book);
    this.books.sort((a, b) => a.order - b.order);
  }

  get all(): readonly AddressBook[] {
    return this.books;
  }
}
