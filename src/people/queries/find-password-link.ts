import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { hashSecret } from '../../platform/text/tokens.js';
import type { LinkPurpose } from '../domain/lifetimes.js';

/** A link that can still be used, and whose it is; nobody's yet for the first administrator. */
export interface PasswordLinkFacts {
  purpose: LinkPurpose;
  holder: { name: string; email: string } | null;
}

const FIND = `
  SELECT link.purpose, person.name, person.email
  FROM password_link link LEFT JOIN person ON person.id = link.person_id
  WHERE link.token_hash = $1 AND link.used_at IS NULL AND link.expires_at > $2 AND person.suspended_at IS NULL`;

/** Whom a link for setting a password is for. Looking at it does not use it up. */
@Injectable()
export class FindPasswordLink {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async byToken(token: string): Promise<PasswordLinkFacts | null> {
    const [row] = await this.database.query<{
      purpose: LinkPurpose;
      name: string | null;
      email: string | null;
    }>(FIND, [hashSecret(token), this.clock.now()]);
    if (!row) return null;
    const { purpose, name, email } = row;
    return { purpose, holder: name === null || email === null ? null : { name, email } };
  }
}
