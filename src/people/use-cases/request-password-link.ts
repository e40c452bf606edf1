import { Injectable } from '@nestjs/common';
import { Announcer } from '../../platform/jobs/announcer.js';
import { Database } from '../../platform/database/database.js';
import { normaliseEmail } from '../../platform/text/emails.js';

declare module '../../platform/jobs/job.js' {
  interface Announcements {
    /** Somebody says to have forgotten the password of this address, which need not have an account. */
    'password-link.wanted': { email: string };
  }
}

/** Takes down that somebody forgot a password; it does and takes the same whether there is an account or not. */
@Injectable()
export class RequestPasswordLink {
  constructor(
    private readonly database: Database,
    private readonly announcer: Announcer,
  ) {}

  async execute(email: string): Promise<void> {
    const address = normaliseEmail(email);
    if (address === null) return;
    await this.database.transaction(() =>
      this.announcer.announce('password-link.wanted', { email: address }),
    );
  }
}
