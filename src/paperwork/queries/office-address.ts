import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** Where an office stands and how it is reached, as its letterhead says. */
export interface OfficeAddress {
  address: string | null;
  postcode: string | null;
  webPage: string | null;
}

@Injectable()
export class OfficeAddresses {
  constructor(private readonly database: Database) {}

  async of(code: string): Promise<OfficeAddress> {
    const [row] = await this.database.query<OfficeAddress>(
      'SELECT address, postcode, web_page AS "webPage" FROM unit WHERE code = $1',
      [code],
    );
    return row ?? { address: null, postcode: null, webPage: null };
  }
}
