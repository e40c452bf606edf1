import { Injectable } from '@nestjs/common';
import { Environment } from '../../../config/environment.js';
import { Database } from '../database/database.js';
import { withToken } from '../text/return-token.js';
import { newReturnToken } from '../text/tokens.js';

/** Whose answers go to an address: the recipient of one stream's mails. */
export interface AddressOwner {
  stream: string;
  /** In lower case. */
  email: string;
}

/** The address that each recipient of a stream's mails answers to; where the mailbox knows no plus, all the same one. */
@Injectable()
export class ReturnAddresses {
  constructor(
    private readonly database: Database,
    private readonly environment: Environment,
  ) {}

  /** The bare address for one recipient, the same for as long as the stream lives. */
  async of(stream: string, email: string): Promise<string> {
    const { MAIL_PLUS, mailAddress } = this.environment;
    if (!MAIL_PLUS) return mailAddress;
    const [row] = await this.database.query<{ token: string }>(
      `INSERT INTO return_address AS known (stream, email, token) VALUES ($1, lower($2), $3)
       ON CONFLICT ON CONSTRAINT return_address_pkey DO UPDATE SET token = known.token RETURNING token`,
      [stream, email, newReturnToken()],
    );
    if (!row) throw new Error('no return address was stored');
    return withToken(mailAddress, row.token);
  }

  /** Whose tokens these are; unknown ones are left out. */
  ownersOf(tokens: readonly string[]): Promise<AddressOwner[]> {
    return this.database.query('SELECT stream, email FROM return_address WHERE token = ANY($1)', [tokens]);
  }

  /** Lets answers to what the old address was sent count for the new one, which keeps its own where it has one. */
  async carry(stream: string, from: string, to: string): Promise<void> {
    await this.database.query(
      `UPDATE return_address SET email = lower($3) WHERE stream = $1 AND email = lower($2)
         AND NOT EXISTS (SELECT FROM return_address other WHERE other.stream = $1 AND other.email = lower($3))`,
      [stream, from, to],
    );
  }

  /** Lets answers to what an address was sent count no more. */
  async forget(stream: string, email: string): Promise<void> {
    await this.database.query('DELETE FROM return_address WHERE stream = $1 AND email = lower($2)', [
      stream,
      email,
    ]);
  }
}
