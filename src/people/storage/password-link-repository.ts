import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import { LINKS_KEPT } from '../domain/lifetimes.js';
import { PasswordLinkEntity } from './password-link.entity.js';

/** A link for setting a password; without a person it makes the first administrator. */
export type PasswordLinkRow = Omit<PasswordLinkEntity, 'usedAt'>;

const live = (tokenHash: string, now: Date) => ({
  tokenHash,
  usedAt: IsNull(),
  expiresAt: MoreThan(now),
});

@Injectable()
export class PasswordLinkRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(PasswordLinkEntity) private readonly links: Rows<PasswordLinkEntity>,
  ) {}

  add(link: PasswordLinkRow): Promise<void> {
    return this.links.insert(link);
  }

  /** A link that can still be used. */
  findLive(tokenHash: string, now: Date): Promise<PasswordLinkRow | null> {
    return this.links.findOne(
      ['tokenHash', 'personId', 'purpose', 'createdAt', 'expiresAt'],
      live(tokenHash, now),
    );
  }

  /** Marks a link as used; false when somebody was faster or it has expired. */
  async use(tokenHash: string, now: Date): Promise<boolean> {
    return (await this.links.update(live(tokenHash, now), { usedAt: now })) > 0;
  }

  /** Whether a reset link was made for this person after the given instant. */
  hasResetSince(personId: string, since: Date): Promise<boolean> {
    return this.links.exists({ personId, purpose: 'reset', createdAt: MoreThan(since) });
  }

  /** Ends the unused links of a person; they stay to be counted. */
  async endUnusedOf(personId: string, now: Date): Promise<void> {
    await this.links.update({ personId, usedAt: IsNull(), expiresAt: MoreThan(now) }, { expiresAt: now });
  }

  /** When the links for a person were made after an instant, the latest first. */
  async madeSince(personId: string, since: Date): Promise<Date[]> {
    const made = await this.links.find(
      ['createdAt'],
      { personId, createdAt: MoreThan(since) },
      { order: { createdAt: 'DESC' } },
    );
    return made.map(({ createdAt }) => createdAt);
  }

  /** Drops the unused links for the first administrator. */
  async dropUnusedFirst(): Promise<void> {
    await this.links.delete({ purpose: 'first-administrator', usedAt: IsNull() });
  }

  /** Making and using the first administrator's link happens one after the other until the transaction ends. */
  async lockFirst(): Promise<void> {
    await this.database.query(`SELECT pg_advisory_xact_lock(hashtextextended('first-administrator', 0))`);
  }

  async forgetExpired(now: Date): Promise<void> {
    await this.links.delete({
      expiresAt: LessThanOrEqual(now),
      createdAt: LessThanOrEqual(new Date(now.getTime() - LINKS_KEPT)),
    });
  }
}
