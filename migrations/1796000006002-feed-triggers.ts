import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Raises the revision of whatever feeds are made of, in the transaction that changes it. */
export class FeedTriggers1796000006002 implements MigrationInterface {
  name = 'FeedTriggers1796000006002';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of watched) await queryRunner.query(watch(table));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const { table } of watched) await queryRunner.query(`DROP FUNCTION ${table}_raises_feeds() CASCADE`);
  }
}

interface Watched {
  table: string;
  /** Columns by which a row is known and whose change counts; all where nothing is said. */
  columns?: string;
  /** Rows that are taken first, a table and a query of ids, so that two who change the same see each other. */
  locks?: { table: string; ids: string };
  /** Ids of visits that are shown otherwise, of the changed rows `r`. */
  visits?: string;
  /** Scopes that are raised beside, of the changed rows `r`. */
  scopes?: string;
}

const EVERYTHING = 'SELECT -1 FROM r';
const unitOf = (column = 'unit'): string => `SELECT feed_scope('unit', ${column}) FROM r`;
const visitOf = 'SELECT visit_id FROM r';

const ofVisits: readonly Watched[] = [
  {
    table: 'visit',
    visits: 'SELECT id FROM r',
    scopes: `${unitOf('guest_unit')} UNION ALL ${unitOf('host_unit')}`,
  },
  { table: 'visit_guest', visits: visitOf, scopes: unitOf('organisation') },
  { table: 'visit_program', visits: visitOf },
  {
    table: 'visit_participant',
    columns: 'id, visit_id, email, answer',
    locks: { table: 'visit', ids: visitOf },
    scopes: `SELECT feed_scope('visit', visit_id::text) FROM r UNION ALL SELECT feed_scope('email', email) FROM r`,
  },
  {
    table: 'participant_session',
    locks: {
      table: 'visit',
      ids: 'SELECT p.visit_id FROM r JOIN visit_participant p ON p.id = r.participant_id',
    },
    scopes: `SELECT unnest(ARRAY[feed_scope('visit', p.visit_id::text), feed_scope('email', p.email)])
      FROM r JOIN visit_participant p ON p.id = r.participant_id`,
  },
  { table: 'agenda', columns: 'visit_id, public_revision', visits: visitOf },
  { table: 'agenda_revision', visits: visitOf },
  {
    table: 'series',
    columns: 'id, title',
    visits: 'SELECT d.visit_id FROM r JOIN series_date d ON d.series_id = r.id',
  },
  {
    table: 'series_date',
    locks: { table: 'series', ids: 'SELECT series_id FROM r' },
    visits: `SELECT visit_id FROM r UNION SELECT d.visit_id FROM r JOIN series_date d ON d.series_id = r.series_id`,
  },
  {
    table: 'trip',
    columns: 'id, title',
    visits: 'SELECT l.visit_id FROM r JOIN trip_leg l ON l.trip_id = r.id',
  },
  {
    table: 'trip_leg',
    locks: { table: 'trip', ids: 'SELECT trip_id FROM r' },
    visits: `SELECT visit_id FROM r UNION SELECT l.visit_id FROM r JOIN trip_leg l ON l.trip_id = r.trip_id`,
  },
];

const ofPlaces: readonly Watched[] = [
  {
    table: 'unit',
    columns: `code, name, kind, time_zone, regional_office, address, postcode, latitude, longitude, position_confirmed_at,
      heir, opened_on, closed_on`,
    scopes: EVERYTHING,
  },
  { table: 'unit_name', scopes: EVERYTHING },
  { table: 'regional_office', columns: 'code, short_name, time_zone', scopes: EVERYTHING },
  { table: 'program', columns: 'code, title', scopes: EVERYTHING },
  { table: 'holiday', scopes: EVERYTHING },
  { table: 'hosting_policy', scopes: unitOf() },
  { table: 'hosting_window', scopes: unitOf() },
  { table: 'hosting_kind', scopes: unitOf() },
  { table: 'hosting_kind_window', scopes: unitOf() },
  { table: 'closed_day', scopes: unitOf() },
  { table: 'hosting_period', scopes: `SELECT coalesce(feed_scope('unit', unit), -1) FROM r` },
  {
    table: 'hosting_period_window',
    scopes: `SELECT coalesce(feed_scope('unit', d.unit), -1) FROM r JOIN hosting_period d ON d.id = r.period_id`,
  },
];

const ofPeople: readonly Watched[] = [
  {
    table: 'person',
    columns: 'id, name, email, role, unit, regional_office, suspended_at',
    scopes: `SELECT feed_scope('person', id::text) FROM r`,
  },
  { table: 'calendar_setting', scopes: `SELECT feed_scope('person', person_id::text) FROM r` },
];

const watched = [...ofVisits, ...ofPlaces, ...ofPeople];

/** Which rows changed, by what happened. */
function changedRows({ columns = '*' }: Watched): Record<'INSERT' | 'UPDATE' | 'DELETE', string> {
  const [old, now] = [`SELECT ${columns} FROM old_rows`, `SELECT ${columns} FROM new_rows`];
  return {
    INSERT: now,
    DELETE: old,
    UPDATE: `(${old} EXCEPT ${now}) UNION ALL (${now} EXCEPT ${old})`,
  };
}

/** A function and its three triggers, since those that see the changed rows are for one kind of change each. */
function watch(each: Watched): string {
  const { table, locks, visits, scopes } = each;
  const idOf = (query: string, rows: string) => `ARRAY(WITH r AS (${rows}) ${query})`;
  const raise = (rows: string): string =>
    [
      locks &&
        `PERFORM 1 FROM ${locks.table} WHERE id = ANY (${idOf(locks.ids, rows)}) ORDER BY id FOR NO KEY UPDATE;`,
      visits && `ids := ${idOf(visits, rows)}; IF ids <> '{}' THEN PERFORM feed_raise_visits(ids); END IF;`,
      scopes && `PERFORM feed_raise(${idOf(scopes, rows)});`,
    ]
      .filter(Boolean)
      .join('\n          ');
  const rows = changedRows(each);
  const trigger = (event: string, transition: string): string => `
    CREATE TRIGGER ${table}_raises_feeds_${event.toLowerCase()} AFTER ${event} ON ${table} REFERENCING ${transition}
      FOR EACH STATEMENT EXECUTE FUNCTION ${table}_raises_feeds();`;
  return `
    CREATE FUNCTION ${table}_raises_feeds() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        ids uuid[];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          ${raise(rows.INSERT)}
        ELSIF TG_OP = 'DELETE' THEN
          ${raise(rows.DELETE)}
        ELSE
          ${raise(rows.UPDATE)}
        END IF;
        RETURN NULL;
      END
    $$;
    ${trigger('INSERT', 'NEW TABLE AS new_rows')}
    ${trigger('UPDATE', 'OLD TABLE AS old_rows NEW TABLE AS new_rows')}
    ${trigger('DELETE', 'OLD TABLE AS old_rows')}
  `;
}
