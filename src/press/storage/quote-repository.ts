import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import { PressQuoteEntity, PressQuoteLinkEntity } from './press-quote.entity.js';

export type PressQuote = PressQuoteEntity;

const columns = [
  ...(['visitId', 'organisation', 'state', 'version', 'speaker', 'position', 'words'] as const),
  ...(['linkHash', 'askedBy', 'askedAt', 'saidAt', 'saidBy'] as const),
] as const;

/** What heads say of visits, and the links by which they say it. */
@Injectable()
export class QuoteRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(PressQuoteEntity) private readonly quotes: Rows<PressQuoteEntity>,
    @InjectRepository(PressQuoteLinkEntity) private readonly links: Rows<PressQuoteLinkEntity>,
  ) {}

  ofVisit(visitId: string): Promise<PressQuote[]> {
    return this.quotes.find(columns, { visitId }, { order: { organisation: 'ASC' } });
  }

  /** Work on one visit's quotes goes one after the other, until the transaction ends. */
  async lock(visitId: string): Promise<void> {
    await this.database.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 5))', [visitId]);
  }

  one(visitId: string, organisation: string): Promise<PressQuote | null> {
    return this.quotes.findOne(columns, { visitId, organisation });
  }

  async put(quote: PressQuote): Promise<void> {
    await this.quotes.put({ key: ['visitId', 'organisation'] }, quote);
  }

  async addLink(link: PressQuoteLinkEntity): Promise<void> {
    await this.links.insert(link);
  }

  /** Makes a link the only good one of its quote. */
  async newest({
    visitId,
    organisation,
    tokenHash,
  }: Omit<PressQuoteLinkEntity, 'createdAt' | 'expiresAt'>): Promise<void> {
    await this.quotes.update({ visitId, organisation }, { linkHash: tokenHash });
  }

  /** The link of a secret, and whether a newer one of its quote took its place; null for none. */
  async link(
    tokenHash: string,
  ): Promise<
    (Pick<PressQuoteLinkEntity, 'visitId' | 'organisation' | 'expiresAt'> & { isNewest: boolean }) | null
  > {
    const [row] = await this.database.query<
      Pick<PressQuoteLinkEntity, 'visitId' | 'organisation' | 'expiresAt'> & { isNewest: boolean }
    >(
      `SELECT l.visit_id AS "visitId", l.organisation, l.expires_at AS "expiresAt",
         q.link_hash IS NOT DISTINCT FROM l.token_hash AS "isNewest"
       FROM press_quote_link l JOIN press_quote q ON q.visit_id = l.visit_id AND q.organisation = l.organisation
       WHERE l.token_hash = $1`,
      [tokenHash],
    );
    return row ?? null;
  }

  /** How many links of a quote were made since, and how many were mailed to an address, of whichever quote. */
  async madeSince(
    { visitId, organisation }: Pick<PressQuote, 'visitId' | 'organisation'>,
    email: string | null,
    since: Date,
  ): Promise<{ ofQuote: number; toAddress: number }> {
    const [row] = await this.database.query<{ ofQuote: number; toAddress: number }>(
      `SELECT (SELECT count(*)::int FROM press_quote_link l
           WHERE l.visit_id = $1 AND l.organisation = $2 AND l.created_at > $4) AS "ofQuote",
         (SELECT count(*)::int FROM press_quote_link l WHERE l.email = $3 AND l.created_at > $4) AS "toAddress"`,
      [visitId, organisation, email, since],
    );
    return row ?? { ofQuote: 0, toAddress: 0 };
  }
}
