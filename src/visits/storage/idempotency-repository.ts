import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import { VisitIdempotencyKeyEntity } from './visit-idempotency-key.entity.js';

/** Remembers which visit a client's `Idempotency-Key` made. */
@Injectable()
export class IdempotencyRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(VisitIdempotencyKeyEntity) private readonly keys: Rows<VisitIdempotencyKeyEntity>,
  ) {}

  find(personId: string, key: string): Promise<{ requestHash: string; visitId: string } | null> {
    return this.keys.findOne(['requestHash', 'visitId'], { personId, key });
  }

  /** Requests with the same key wait for each other until the transaction ends. */
  async lock(personId: string, key: string): Promise<void> {
    await this.database.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `${personId} ${key}`,
    ]);
  }

  remember(personId: string, key: string, requestHash: string, visitId: string): Promise<void> {
    return this.keys.insert({ personId, key, requestHash, visitId });
  }
}
