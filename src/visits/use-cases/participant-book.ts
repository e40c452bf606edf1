import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AddressBooks, atDomain } from '../../platform/mail/address-books.js';
import { Mailboxes } from '../queries/mailboxes.js';
import { MoveAddresses } from './move-addresses.js';

/** Addresses of participants without an account, and of contacts, for a move of their domain. */
@Injectable()
export class ParticipantBook implements OnModuleInit {
  constructor(
    private readonly books: AddressBooks,
    private readonly mailboxes: Mailboxes,
    private readonly moves: MoveAddresses,
  ) {}

  onModuleInit(): void {
    this.books.register({
      order: 20,
      title: 'Peserta kunjungan tanpa akun',
      find: async (domain) => ({ addresses: await this.mailboxes.at(domain), clashes: [] }),
      move: async (actor, addresses, to) => {
        for (const from of addresses) {
          await this.moves.execute(actor, { from, to: atDomain(from, to), name: null });
        }
      },
    });
  }
}
