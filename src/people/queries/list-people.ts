import { Injectable } from '@nestjs/common';
import { containing } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor.js';
import type { Actor } from '../../platform/security/actor.js';
import { can, reachOf } from '../../platform/security/capabilities.js';
import { accountSelection, type AccountFacts } from './account-facts.js';

export interface PeopleFilter {
  /** Code of a unit. */
  unit: string | null;
  /** In the name, the mail address or the position. */
  words?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

const LIST = `${accountSelection}
  WHERE ($1::text IS NULL OR person.unit = $1)
    AND ($2::boolean OR person.unit = $3 OR coalesce(person.regional_office, unit.regional_office) = $4)
    AND ($8::text IS NULL OR person.name ILIKE $8 OR person.email ILIKE $8 OR person.position ILIKE $8)
    AND ($5::text IS NULL OR (person.name, person.id) > ($5, $6::uuid))
  ORDER BY person.name, person.id
  LIMIT $7`;

/** The accounts an actor sees: an officer and a unit head their unit's, a regional office its region's. */
@Injectable()
export class ListPeople {
  constructor(private readonly database: Database) {}

  /** Accounts by name. */
  async execute(actor: Actor, { cursor, ...filter }: PeopleFilter): Promise<Page<AccountFacts>> {
    const [sees, reach] = [can(actor, 'people.read'), reachOf(actor)];
    const [name = null, id = null] = cursor === undefined ? [] : decodeCursor(cursor, ['string', 'uuid']);
    const rows = await this.database.query<AccountFacts>(LIST, [
      filter.unit,
      sees && reach === 'nation',
      sees && reach === 'unit' ? actor.unit : null,
      sees && reach === 'region' ? actor.regionalOffice : null,
      name,
      id,
      filter.limit + 1,
      containing(filter.words) ?? null,
    ]);
    return toPage(
      rows,
      filter.limit,
      (row) => row,
      (row) => [row.name, row.id],
    );
  }
}
