import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** Remembers which visit a client's `Idempotency-Key` made. */
@Injectable()
export class IdempotencyRepository {
  constructor(private readonly database: Database) {}

  async find(personId: string, key: string): Promise<{ requestHash: string; visitId: string } | null> {
    const [row] = await this.database.query<{ requestHash: string; visitId: string }>(
      `SELECT request_hash AS "requestHash", visit_id AS "visitId"
       FROM visit_idempotency_key WHERE person_id = $1 AND key = $2`,
      [personId, key],
    );
    return row ?? null;
  }

  /** Requests with the same key wait for each other until the transaction ends. */
  async lock(personId: string, key: string): Promise<void> {
    await this.database.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `${personId} ${key}`,
    ]);
  }

  async remember(personId: string, key: string, requestHash: string, visitId: string): Promise<void> {
    await this.database.query(
      'INSERT INTO visit_idempotency_key (person_id, key, request_hash, visit_id) VALUES ($1, $2, $3, $4)',
      [personId, key, requestHash, visitId],
    );
  }
}
