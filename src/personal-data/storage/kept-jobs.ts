import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** A job as it waits, or as it was done or given up. */
export interface KeptJob {
  name: string;
  id: string;
  data: object | null;
  output: object | null;
  key: string | null;
}

/** Jobs in whose payload or outcome somebody is named. */
@Injectable()
export class KeptJobs {
  constructor(private readonly database: Database) {}

  naming(pattern: string): Promise<KeptJob[]> {
    return this.database.query<KeptJob>(
      `SELECT name, id, data, output, singleton_key AS key FROM pgboss.job
       WHERE data::text ~* $1 OR output::text ~* $1 OR singleton_key ~* $1`,
      [pattern],
    );
  }

  async write({ name, id, data, output, key }: KeptJob): Promise<void> {
    await this.database.query(
      `UPDATE pgboss.job SET data = $3::jsonb, output = $4::jsonb, singleton_key = $5 WHERE name = $1 AND id = $2::uuid`,
      [
        name,
        id,
        data === null ? null : JSON.stringify(data),
        output === null ? null : JSON.stringify(output),
        key,
      ],
    );
  }
}
