import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** Topics to choose from: those of notes everybody may read, the most frequent first. */
@Injectable()
export class KnownTopics {
  constructor(private readonly database: Database) {}

  async execute(): Promise<string[]> {
    const rows = await this.database.query<{ topic: string }>(
      `SELECT min(t.topic) AS topic FROM note n, unnest(n.topics) AS t (topic)
       WHERE n.state = 'published' AND n.visibility = 'nation'
       GROUP BY lower(t.topic) ORDER BY count(*) DESC, 1 LIMIT 50`,
    );
    return rows.map(({ topic }) => topic);
  }
}
