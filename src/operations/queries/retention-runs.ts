import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { RetentionKind } from '../domain/retention.js';

/** When a kind was last gone through. */
export interface RetentionRun {
  kind: RetentionKind;
  ranAt: Date;
  dropped: number;
  droppedInAll: number;
}

@Injectable()
export class RetentionRuns {
  constructor(private readonly database: Database) {}

  execute(): Promise<RetentionRun[]> {
    return this.database.query<RetentionRun>(
      `SELECT kind, ran_at AS "ranAt", dropped, dropped_in_all AS "droppedInAll" FROM retention_run`,
    );
  }
}
