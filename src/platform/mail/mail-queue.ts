import { Injectable } from '@nestjs/common';
import { Environment } from '../../../config/environment.js';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { withToken } from '../text/return-token.js';
import { claimedMail, type ClaimedMail, type ClaimedRow } from './claimed-mail.js';
import { refusalPath } from './mail-refusals.js';
import { BLOCKING, SERVER_SCOPE } from './mail-outages.js';
import type { MailFate } from './mail-fate.js';
import type { AfterFailure } from './retry.js';
import { ADDRESS_SECRET, LINK_SECRET, withoutSecrets } from './secrets-in-mails.js';

/** Claims of all processes take turns, so that none oversteps a domain's rate. Any fixed number. */
const CLAIM_LOCK = 7_261_231;

/** How long a claim holds unless its process renews it. */
const LEASE_MS = 20_000;

const DOMAIN = `split_part(lower(mail.recipient_email), '@', 2)`;
/** Those that failed before go behind the others, so that none that breaks the server each time stands before them. */
const NEXT_FIRST = 'tried_at NULLS FIRST, position';

/**
 * Claims up to $3 mails that are due at $1, each the first of its stream to its address, and of no domain more than $2
 * in a minute, those under way counted. A domain that blocks us has one mail at a time, when it is asked again.
 */
const CLAIM = `
  WITH busy AS (
    SELECT domain, sum(mails)::int AS mails FROM (
      SELECT domain, sent AS mails FROM mail_domain_second WHERE second > $1::timestamptz - interval '61 seconds'
      UNION ALL SELECT domain, 1 FROM mail_lease WHERE ends_at > $1
    ) each GROUP BY domain
  ), blocked AS (
    SELECT scope AS domain, next_probe_at > $1 AS is_closed FROM mail_outage
    WHERE scope <> '${SERVER_SCOPE}' AND refusals >= ${BLOCKING}
  ), due AS MATERIALIZED (
    SELECT id, position, tried_at, ${DOMAIN} AS domain FROM mail
    WHERE state = 'queued' AND next_try_at <= $1
      AND NOT EXISTS (
        SELECT FROM mail earlier
        WHERE earlier.state = 'queued' AND earlier.stream = mail.stream
          AND lower(earlier.recipient_email) = lower(mail.recipient_email)
          AND earlier.position < mail.position
      )
      AND lower(mail.recipient_email) NOT IN (SELECT email FROM closed_address)
      AND NOT EXISTS (SELECT FROM mail_lease WHERE mail_lease.mail_id = mail.id AND ends_at > $1)
      AND ${DOMAIN} NOT IN (SELECT domain FROM busy WHERE mails >= $2 UNION SELECT domain FROM blocked WHERE is_closed)
    ORDER BY ${NEXT_FIRST} LIMIT $3
  ), numbered AS (
    SELECT due.id, due.domain, coalesce(busy.mails, 0) AS before,
      row_number() OVER (PARTITION BY due.domain ORDER BY due.tried_at NULLS FIRST, due.position) AS place
    FROM due LEFT JOIN busy USING (domain)
  ), taken AS (
    SELECT mail.id, numbered.domain FROM mail JOIN numbered ON numbered.id = mail.id
    WHERE mail.state = 'queued' AND before + place <= $2
      AND (place = 1 OR numbered.domain NOT IN (SELECT domain FROM blocked))
    FOR UPDATE OF mail SKIP LOCKED
  ), asked AS (
    UPDATE mail_outage SET next_probe_at = $1::timestamptz + interval '1 minute'
    WHERE refusals >= ${BLOCKING} AND scope IN (SELECT domain FROM taken)
  ), leased AS (
    INSERT INTO mail_lease (mail_id, domain, holder, ends_at) SELECT id, domain, $4, $5 FROM taken
    ON CONFLICT ON CONSTRAINT mail_lease_pkey DO UPDATE SET holder = excluded.holder, ends_at = excluded.ends_at
    RETURNING mail_id, domain
  )
  SELECT mail.id, mail.position, stream, recipient_name, recipient_email, subject, body_text, body_html,
    calendar_method, calendar_content, calendar_organizer, message_id, created_at, tries, doubts,
    coalesce(requeued_at, created_at) AS queued_at, leased.domain,
    (SELECT r.token FROM return_address r
     WHERE r.stream = mail.stream AND r.email = lower(mail.recipient_email)) AS return_token,
    (SELECT f.message_id FROM mail f
     WHERE f.stream = mail.stream AND lower(f.recipient_email) = lower(mail.recipient_email)
       AND f.position < mail.position AND f.state NOT IN ('suppressed', 'overtaken')
     ORDER BY f.position LIMIT 1) AS first_message_id,
    (SELECT r.token FROM mail_refusal r
     WHERE r.kind = mail.bulk AND r.email = lower(mail.recipient_email)) AS refusal_token,
    (SELECT jsonb_agg(jsonb_build_object('filename', a.filename, 'contentType', a.content_type,
       'content', encode(a.content, 'base64')) ORDER BY a.position)
     FROM mail_attachment a WHERE a.mail_id = mail.id) AS attachments
  FROM leased JOIN mail ON mail.id = leased.mail_id ORDER BY mail.${NEXT_FIRST.replace('position', 'mail.position')}`;

/** The redaction of a mail's three texts, $6 and $7 being the patterns, where `when` holds. */
const redacted = (when: string): string =>
  ['body_text', 'body_html', 'calendar_content']
    .map(
      (column) =>
        `${column} = CASE WHEN ${when} THEN ${withoutSecrets(column, '$6', '$7')} ELSE ${column} END`,
    )
    .join(', ');

/** A mail that was withdrawn or overtaken while it was under way went out all the same. */
const MARK_SENT = `
  WITH sent AS (
    UPDATE mail SET state = 'sent', tries = tries + 1, sent_at = $2, tried_at = $2, last_error = NULL,
      last_fate = NULL, ${redacted(`$4 AND secrets = 'held'`)},
      secrets = CASE WHEN $4 AND secrets = 'held' THEN 'redacted' ELSE secrets END
    WHERE id = ANY($1) AND state IN ('queued', 'suppressed', 'overtaken')
    RETURNING id, lower(recipient_email) AS email, ${DOMAIN} AS domain
  ), reached AS (
    UPDATE address_fault SET sent_at = coalesce(sent_at, $2)
    WHERE $4 AND email IN (SELECT email FROM sent)
  ), freed AS (
    DELETE FROM mail_lease WHERE mail_id = ANY($1) AND holder = $3
  ), counted AS (
    INSERT INTO mail_domain_second AS known (domain, second, sent)
    SELECT domain, date_trunc('second', $2::timestamptz), count(*) FROM sent WHERE $5 GROUP BY domain ORDER BY domain
    ON CONFLICT ON CONSTRAINT mail_domain_second_pkey DO UPDATE SET sent = known.sent + excluded.sent
  ), ended AS (
    DELETE FROM mail_outage WHERE scope = '${SERVER_SCOPE}' OR scope IN (SELECT domain FROM sent) RETURNING scope
  )
  SELECT scope FROM ended`;

/** Only whose claim still holds says what became of a mail that failed. One that a newer overtook is not tried again. */
const MARK_FAILED = `
  WITH freed AS (DELETE FROM mail_lease WHERE mail_id = $1 AND holder = $2 RETURNING mail_id)
  UPDATE mail SET tries = $4,
    state = CASE WHEN EXISTS (
      SELECT FROM mail newer WHERE newer.stream = mail.stream AND newer.topic = mail.topic
        AND lower(newer.recipient_email) = lower(mail.recipient_email) AND newer.position > mail.position
    ) THEN 'overtaken' ELSE $3 END,
    doubts = $5, next_try_at = $6, last_error = $7, last_fate = $8, tried_at = $9
  WHERE id IN (SELECT mail_id FROM freed) AND state = 'queued'`;

/** The outbox as those who send see it: mails are claimed for a while, sent outside any transaction, and marked. */
@Injectable()
export class MailQueue {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly environment: Environment,
  ) {}

  /**
   * Claims mails for one process until the lease ends. While the server is known to be out, one mail a minute is
   * claimed to see whether it works again.
   *
   * @param most how many at the most
   * @param rate most mails a minute to one domain
   */
  async claim(holder: string, most: number, rate: number): Promise<ClaimedMail[]> {
    const now = this.clock.now();
    return this.database.transaction(async () => {
      await this.database.query('SELECT pg_advisory_xact_lock($1)', [CLAIM_LOCK]);
      const [server] = await this.database.query<{ is_due: boolean }>(
        `SELECT next_probe_at <= $2 AS is_due FROM mail_outage WHERE scope = $1`,
        [SERVER_SCOPE, now],
      );
      if (server?.is_due === false) return [];
      const until = new Date(now.getTime() + LEASE_MS);
      const rows = await this.database.query<ClaimedRow>(CLAIM, [
        now,
        rate,
        server ? 1 : most,
        holder,
        until,
      ]);
      if (server && rows.length > 0) {
        await this.database.query(
          `UPDATE mail_outage SET next_probe_at = $2::timestamptz + interval '1 minute' WHERE scope = $1`,
          [SERVER_SCOPE, now],
        );
      }
      return rows.map((row) =>
        claimedMail(row, { returnAddress: this.returnAddress(row), refusalUrl: this.refusalUrl(row) }),
      );
    });
  }

  /** Holds on to what the process has claimed. */
  async renew(holder: string): Promise<void> {
    const until = new Date(this.clock.now().getTime() + LEASE_MS);
    await this.database.query('UPDATE mail_lease SET ends_at = $2 WHERE holder = $1', [holder, until]);
  }

  /** Gives back claimed mails that were not tried. */
  async release(holder: string, mails: readonly string[]): Promise<void> {
    if (mails.length === 0) return;
    await this.database.query('DELETE FROM mail_lease WHERE holder = $1 AND mail_id = ANY($2)', [
      holder,
      mails,
    ]);
  }

  /**
   * @param leftTheHouse whether they went out to their addressees: then their secrets are nobody else's to read
   * @param isCounted whether their domains have a rate to keep
   * @returns the scopes of the outages that this ended
   */
  async markSent(
    holder: string,
    mails: readonly string[],
    leftTheHouse: boolean,
    isCounted: boolean,
  ): Promise<string[]> {
    const ended = await this.database.query<{ scope: string }>(MARK_SENT, [
      mails,
      this.clock.now(),
      holder,
      leftTheHouse,
      isCounted,
      LINK_SECRET,
      ADDRESS_SECRET,
    ]);
    return ended.map(({ scope }) => scope);
  }

  async markFailed(
    holder: string,
    mail: string,
    { state, tries, doubts, nextTryAt }: AfterFailure,
    why: { fate: MailFate; reason: string },
  ): Promise<void> {
    const values = [mail, holder, state, tries, doubts, nextTryAt, why.reason, why.fate, this.clock.now()];
    await this.database.query(MARK_FAILED, values);
  }

  /** Whether a mail is due or will be within a minute, those that another process claimed counted. */
  async isWaited(): Promise<boolean> {
    const [row] = await this.database.query<{ waits: boolean }>(
      `SELECT EXISTS (SELECT FROM mail WHERE state = 'queued'
         AND next_try_at <= $1::timestamptz + interval '1 minute') AS waits`,
      [this.clock.now()],
    );
    return row?.waits ?? false;
  }

  private refusalUrl({ refusal_token: token }: ClaimedRow): string | null {
    return token === null ? null : `${this.environment.publicUrl}${refusalPath(token)}`;
  }

  private returnAddress({ return_token: token }: ClaimedRow): string | null {
    const { MAIL_PLUS, mailAddress } = this.environment;
    return MAIL_PLUS && token !== null ? withToken(mailAddress, token) : null;
  }
}
