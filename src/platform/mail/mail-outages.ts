import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import type { OutageCause } from './mail-states.js';
import { LONGEST_WAIT_MS } from './retry.js';

/** The scope of an outage of the mail server itself; any other is a recipient domain that does not take mail from us. */
export const SERVER_SCOPE = '*';

/** Mails that a domain blocks in a row before it is asked with one mail a minute. */
export const BLOCKING = 3;

/** A time during which mails wait for no fault of their own. */
export interface MailOutage {
  /** A recipient domain; null for the mail server itself. */
  domain: string | null;
  since: Date;
  /** When it was last seen to be so. */
  noticedAt: Date;
  /** What the server said, or what failed; one line. */
  words: string;
}

/** What keeps mails from leaving: known to all processes, told to the administrator, ended by the first mail that leaves. */
@Injectable()
export class MailOutages {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * @param minutes until it is asked again
   * @returns whether it is new
   */
  async beginOfServer(cause: OutageCause, minutes: number, words: string): Promise<boolean> {
    const [row] = await this.database.query<{ is_new: boolean }>(
      `INSERT INTO mail_outage AS known (scope, cause, words, since, noticed_at, next_probe_at)
       VALUES ($1, $2, $3, $4, $4, $4::timestamptz + make_interval(mins => $5))
       ON CONFLICT ON CONSTRAINT mail_outage_pkey DO UPDATE SET words = excluded.words, cause = excluded.cause,
         noticed_at = excluded.noticed_at, next_probe_at = excluded.next_probe_at
       RETURNING xmax = 0 AS is_new`,
      [SERVER_SCOPE, cause, words, this.clock.now(), minutes],
    );
    return row?.is_new ?? false;
  }

  /** @returns how many mails the domain has blocked in a row */
  async noteBlocking(domain: string, words: string): Promise<number> {
    const [row] = await this.database.query<{ refusals: number }>(
      `INSERT INTO mail_outage AS known (scope, cause, words, since, noticed_at, next_probe_at, refusals)
       VALUES ($1, 'fault', $2, $3, $3, $3::timestamptz + interval '1 minute', 1)
       ON CONFLICT ON CONSTRAINT mail_outage_pkey DO UPDATE SET words = excluded.words,
         noticed_at = excluded.noticed_at, next_probe_at = excluded.next_probe_at, refusals = known.refusals + 1
       RETURNING refusals`,
      [domain, words, this.clock.now()],
    );
    return row?.refusals ?? 1;
  }

  /** The server answered as one that works: what it could not do before is over. @returns whether it was out */
  async endFaultOfServer(): Promise<boolean> {
    const ended = await this.database.query<unknown>(
      `WITH ended AS (DELETE FROM mail_outage WHERE scope = $1 AND cause = 'fault' RETURNING scope)
       SELECT scope FROM ended`,
      [SERVER_SCOPE],
    );
    return ended.length > 0;
  }

  /** Whether the server counts as out because it took none of many mails. */
  async takesNone(): Promise<boolean> {
    const found = await this.database.query(
      `SELECT FROM mail_outage WHERE scope = $1 AND cause = 'takes-none'`,
      [SERVER_SCOPE],
    );
    return found.length > 0;
  }

  /** Every outage that lasts, that of the server first, then the oldest. */
  async all(): Promise<MailOutage[]> {
    return this.database.query(
      `SELECT nullif(scope, $1) AS domain, since, noticed_at AS "noticedAt", words FROM mail_outage
       ORDER BY scope <> $1, since, scope`,
      [SERVER_SCOPE],
    );
  }

  /** Has everything asked again at once. */
  async askNow(): Promise<void> {
    await this.database.query('UPDATE mail_outage SET next_probe_at = $1', [this.clock.now()]);
  }

  /** Gives up the mails that waited for the server as long as any mail waits, if the server was out all that time. */
  async giveUpThoseThatWaitedEnough(): Promise<void> {
    const now = this.clock.now();
    await this.database.query(
      `UPDATE mail SET state = 'failed', last_error = outage.words, last_fate = 'server-fault', next_try_at = $2
       FROM mail_outage outage
       WHERE outage.scope = $3 AND outage.since <= $1 AND mail.state = 'queued'
         AND coalesce(mail.requeued_at, mail.created_at) <= $1
         AND NOT EXISTS (SELECT FROM mail_lease WHERE mail_lease.mail_id = mail.id AND mail_lease.ends_at > $2)`,
      [new Date(now.getTime() - LONGEST_WAIT_MS), now, SERVER_SCOPE],
    );
  }
}
