import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import type { Rows } from '../../platform/database/rows.js';
import { LINKS_KEPT } from '../domain/lifetimes.js';
import { AddressChangeEntity } from './address-change.entity.js';

export type AddressChangeRow = Omit<AddressChangeEntity, 'usedAt'>;

const live = (tokenHash: string, now: Date) => ({ tokenHash, usedAt: IsNull(), expiresAt: MoreThan(now) });

@Injectable()
export class AddressChangeRepository {
  constructor(@InjectRepository(AddressChangeEntity) private readonly changes: Rows<AddressChangeEntity>) {}

  add(change: AddressChangeRow): Promise<void> {
    return this.changes.insert(change);
  }

  /** A link that can still be used. */
  findLive(tokenHash: string, now: Date): Promise<AddressChangeRow | null> {
    return this.changes.findOne(
      ['tokenHash', 'personId', 'email', 'askedByName', 'createdAt', 'expiresAt'],
      live(tokenHash, now),
    );
  }

  /** Marks a link as used; false when somebody was faster or it has expired. */
  async use(tokenHash: string, now: Date): Promise<boolean> {
    return (await this.changes.update(live(tokenHash, now), { usedAt: now })) > 0;
  }

  /** Ends the unused links of a person; they stay to be counted. */
  async endUnusedOf(personId: string, now: Date): Promise<void> {
    await this.changes.update({ personId, usedAt: IsNull(), expiresAt: MoreThan(now) }, { expiresAt: now });
  }

  /** When the links for a person were made after an instant. */
  async madeSince(personId: string, since: Date): Promise<Date[]> {
    const made = await this.changes.find(['createdAt'], { personId, createdAt: MoreThan(since) });
    return made.map(({ createdAt }) => createdAt);
  }

  async forgetExpired(now: Date): Promise<void> {
    await this.changes.delete({
      expiresAt: LessThanOrEqual(now),
      createdAt: LessThanOrEqual(new Date(now.getTime() - LINKS_KEPT)),
    });
  }
}
