import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, MoreThan } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import { ParticipantAddressEntity } from './participant-address.entity.js';

/** An address that waits for its owner's yes. */
export interface AskedOwnAddress {
  participantId: string;
  visitId: string;
  visitTitle: string;
  name: string;
  email: string;
}

/** Addresses that participants gave, and that count once their owners said so. */
@Injectable()
export class ParticipantAddresses {
  constructor(
    private readonly database: Database,
    @InjectRepository(ParticipantAddressEntity) private readonly asked: Rows<ParticipantAddressEntity>,
  ) {}

  /** Of the link's secret only a hash is stored. */
  add(row: ParticipantAddressEntity): Promise<void> {
    return this.asked.insert(row);
  }

  /** When somebody asked since an instant, the earliest first. */
  async timesSince(participantId: string, since: Date): Promise<Date[]> {
    const rows = await this.asked.find(
      ['createdAt'],
      { participantId, createdAt: MoreThan(since) },
      { order: { createdAt: 'ASC' } },
    );
    return rows.map(({ createdAt }) => createdAt);
  }

  /** Null for a link that is unknown, was used, or is too old. */
  async findLive(tokenHash: string, now: Date): Promise<AskedOwnAddress | null> {
    const [row] = await this.database.query<AskedOwnAddress>(
      `SELECT p.id AS "participantId", v.id AS "visitId", v.title AS "visitTitle", p.name, a.email
       FROM participant_address a JOIN visit_participant p ON p.id = a.participant_id JOIN visit v ON v.id = p.visit_id
       WHERE a.token_hash = $1 AND a.used_at IS NULL AND a.expires_at > $2`,
      [tokenHash, now],
    );
    return row ?? null;
  }

  /** Forgets what a participant asked that still waits, since it may have been somebody else who asked. */
  async forgetAsked(participantId: string): Promise<void> {
    await this.asked.delete({ participantId, usedAt: IsNull() });
  }

  /** Ends every link of a participant that waits. */
  async use(participantId: string, now: Date): Promise<void> {
    await this.asked.update({ participantId, usedAt: IsNull() }, { usedAt: now });
  }
}
