import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

export interface Named {
  code: string;
  name: string;
}

export interface OfferedProgram extends Named {
  framework: string;
}

/** What a booking form lets choose from. */
export interface Choices {
  programs: OfferedProgram[];
  offices: Named[];
  types: Named[];
  /** Topics that published notes name, the frequent ones first. */
  topics: string[];
}

const MOST_TOPICS = 40;

/** The reference lists of the booking form, in one statement. */
@Injectable()
export class BookingChoices {
  constructor(private readonly database: Database) {}

  async execute(): Promise<Choices> {
    const [choices] = await this.database.query<Choices>(
      `SELECT
         coalesce((SELECT jsonb_agg(jsonb_build_object('code', code, 'name', title, 'framework', framework)
           ORDER BY framework, number NULLS LAST, code) FROM program WHERE retired_on IS NULL), '[]') AS programs,
         coalesce((SELECT jsonb_agg(jsonb_build_object('code', code, 'name', short_name) ORDER BY short_name, code)
           FROM regional_office), '[]') AS offices,
         coalesce((SELECT jsonb_agg(jsonb_build_object('code', code, 'name', name) ORDER BY name, code)
           FROM unit_type), '[]') AS types,
         coalesce((SELECT jsonb_agg(topic ORDER BY times DESC, topic) FROM (
           SELECT topic, count(*) AS times FROM note, unnest(topics) AS topic
           WHERE state = 'published' AND visibility = 'nation' GROUP BY topic ORDER BY times DESC, topic LIMIT $1) t), '[]') AS topics`,
      [MOST_TOPICS],
    );
    return choices as Choices;
  }
}
