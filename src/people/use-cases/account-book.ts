import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { AddressBooks, atDomain, type BookEntries } from '../../platform/mail/address-books.js';
import { Outbox } from '../../platform/mail/outbox.js';
import type { Actor } from '../../platform/security/actor.js';
import { found } from '../../platform/http/request-error.js';
import { oldAddressMail } from '../domain/address-mail.js';
import { PersonRepository } from '../storage/person-repository.js';
import { ReaddressAccount } from './readdress-account.js';

/** Addresses of accounts, for a move of their domain; holders are told at both. */
@Injectable()
export class AccountBook implements OnModuleInit {
  constructor(
    private readonly books: AddressBooks,
    private readonly database: Database,
    private readonly people: PersonRepository,
    private readonly readdress: ReaddressAccount,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.books.register({
      order: 10,
      title: 'Akun',
      find: (domain, to) => this.find(domain, to),
      move: async (actor, addresses, to) => {
        for (const address of addresses) await this.move(actor, address, to);
      },
    });
  }

  private async find(domain: string, to: string): Promise<BookEntries> {
    const rows = await this.database.query<{ email: string; isTaken: boolean; isSuspended: boolean }>(
      `SELECT p.email, p.suspended_at IS NOT NULL AS "isSuspended", EXISTS (
         SELECT FROM person o WHERE o.email = split_part(p.email, '@', 1) || '@' || $2::text) AS "isTaken"
       FROM person p WHERE split_part(p.email, '@', 2) = $1 ORDER BY p.email`,
      [domain, to],
    );
    const stays = rows.filter(({ isTaken, isSuspended }) => isTaken || isSuspended);
    return {
      addresses: rows.filter((row) => !stays.includes(row)).map(({ email }) => email),
      clashes: stays.map(({ email, isTaken }) => ({
        address: email,
        why: isTaken ? 'alamat barunya sudah dipakai akun lain' : 'akunnya ditangguhkan',
      })),
    };
  }

  private async move(actor: Actor, from: string, domain: string): Promise<void> {
    const person = found(await this.people.findByEmail(from));
    const to = atDomain(from, domain);
    await this.readdress.execute(actor, person.id, to);
    const mail = oldAddressMail({ name: person.name, from, to, by: actor.name }, 'changed');
    for (const email of [from, to]) {
      const key = `address-changed:${person.id}:${person.version}:${email}`;
      await this.outbox.post({ key, stream: null, to: { name: person.name, email }, ...mail });
    }
  }
}
