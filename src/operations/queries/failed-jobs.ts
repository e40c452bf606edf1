import { Injectable } from '@nestjs/common';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor.js';
import { RequestError } from '../../platform/http/request-error.js';
import { DeadJobs, type DeadJobLine } from '../../platform/jobs/dead-jobs.js';

export interface FailedJobsWanted {
  name?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

const INSTANT = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d+)?[+-]\d{2}(:\d{2})?$/;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The jobs that failed for good, the latest first. */
@Injectable()
export class FailedJobs {
  constructor(private readonly dead: DeadJobs) {}

  /** @throws RequestError `bad-cursor` when the cursor is not one of ours */
  async execute({ name, cursor, limit }: FailedJobsWanted): Promise<Page<DeadJobLine>> {
    const before = cursor === undefined ? null : placeOf(cursor);
    const rows = await this.dead.list({ name: name ?? null, before, limit });
    return toPage(
      rows,
      limit,
      (row) => row,
      ({ failedAtKey, id }) => [failedAtKey, id],
    );
  }
}

function placeOf(cursor: string): { failedAt: string; id: string } {
  const [failedAt, id] = decodeCursor(cursor, ['string', 'string']);
  if (!INSTANT.test(failedAt) || !ID.test(id)) throw new RequestError('bad-cursor');
  return { failedAt, id };
}
