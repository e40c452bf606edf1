import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { AddressBooks, atDomain } from '../../platform/mail/address-books.js';

/** Addresses of units and regional offices, for a move of their domain. */
@Injectable()
export class OfficeBook implements OnModuleInit {
  constructor(
    private readonly books: AddressBooks,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.books.register({
      order: 30,
      title: 'UPT dan Kanwil',
      find: async (domain) => ({ addresses: await this.at(domain), clashes: [] }),
      move: (_, addresses, to) => this.move(addresses, to),
    });
  }

  private async at(domain: string): Promise<string[]> {
    const rows = await this.database.query<{ email: string }>(
      `SELECT lower(email) AS email FROM unit WHERE split_part(lower(email), '@', 2) = $1
       UNION SELECT lower(email) FROM regional_office WHERE split_part(lower(email), '@', 2) = $1 ORDER BY 1`,
      [domain],
    );
    return rows.map(({ email }) => email);
  }

  private async move(addresses: readonly string[], to: string): Promise<void> {
    const moved = addresses.map((address) => atDomain(address, to));
    const values = [addresses, moved];
    await this.database.query(
      `UPDATE unit SET email = m.new, version = version + 1
       FROM unnest($1::text[], $2::text[]) m (old, new) WHERE lower(unit.email) = m.old`,
      values,
    );
    await this.database.query(
      `UPDATE regional_office SET email = m.new, version = version + 1
       FROM unnest($1::text[], $2::text[]) m (old, new) WHERE lower(regional_office.email) = m.old`,
      values,
    );
  }
}
