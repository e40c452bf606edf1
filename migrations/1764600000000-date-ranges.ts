import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Columns that people or other programs fill; all others are set by our clock. */
const dates: readonly [table: string, column: string][] = [
  ['closed_day', 'date'],
  ['follow_up', 'due_on'],
  ['follow_up_history', 'due_on'],
  ['follow_up_history', 'from_due_on'],
  ['holiday', 'date'],
  ['note', 'review_due_on'],
  ['note_use', 'since'],
  ['program', 'from_date'],
  ['replication', 'since'],
  ['visit', 'assignment_letter_date'],
  ['visit', 'reply_letter_date'],
  ['visit', 'request_letter_date'],
];
const instants: readonly [table: string, column: string][] = [
  ['agenda_item', 'ends_at'],
  ['agenda_item', 'starts_at'],
  ['calendar_reply', 'stamped_at'],
  ['reply_question', 'ends_at'],
  ['reply_question', 'starts_at'],
  ['visit', 'ends_at'],
  ['visit', 'proposed_ends_at'],
  ['visit', 'proposed_starts_at'],
  ['visit', 'starts_at'],
  ['visit_entry', 'entered_at'],
];

const checks: readonly { table: string; name: string; condition: string }[] = [
  ...dates.map(([table, column]) => ({
    table,
    name: `${table}_${column}_range_check`,
    condition: `${column} BETWEEN DATE '2000-01-01' AND DATE '2100-12-31'`,
  })),
  ...instants.map(([table, column]) => ({
    table,
    name: `${table}_${column}_range_check`,
    condition: `${column} >= TIMESTAMPTZ '2000-01-01 00:00:00+00' AND ${column} < TIMESTAMPTZ '2101-01-01 00:00:00+00'`,
  })),
  {
    table: 'visit',
    name: 'visit_length_check',
    condition: `ends_at <= starts_at + interval '336 hours' AND proposed_ends_at <= proposed_starts_at + interval '336 hours'`,
  },
];

/** Times of visits that lie beyond, moved to the nearest that may be: such a visit can still be withdrawn or answered. */
const REPAIR = `
  UPDATE visit SET
    starts_at = s.starts_at, ends_at = least(greatest(visit.ends_at, s.starts_at + interval '1 hour'), s.starts_at + interval '336 hours'),
    proposed_starts_at = s.proposed,
    proposed_ends_at = least(greatest(visit.proposed_ends_at, s.proposed + interval '1 hour'), s.proposed + interval '336 hours')
  FROM (
    SELECT id, ${intoRange('starts_at')} AS starts_at, ${intoRange('proposed_starts_at')} AS proposed FROM visit
  ) s
  WHERE s.id = visit.id AND (s.starts_at <> visit.starts_at OR s.proposed <> visit.proposed_starts_at
    OR visit.ends_at > visit.starts_at + interval '336 hours'
    OR visit.proposed_ends_at > visit.proposed_starts_at + interval '336 hours')`;

function intoRange(column: string): string {
  return `CASE WHEN ${column} < TIMESTAMPTZ '2000-01-01 00:00:00+00' THEN TIMESTAMPTZ '2000-01-01 00:00:00+00'
    WHEN ${column} > TIMESTAMPTZ '2100-12-17 00:00:00+00' THEN TIMESTAMPTZ '2100-12-17 00:00:00+00' ELSE ${column} END`;
}

/**
 * Bounds every date and instant that can be typed. Another row from before that breaks a bound is left as it is: its
 * check then holds for what is written from now on, and is told at the start.
 */
export class DateRanges1764600000000 implements MigrationInterface {
  name = 'DateRanges1764600000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('SAVEPOINT repair');
    await queryRunner.query(REPAIR).catch(async (error: unknown) => {
      await queryRunner.query('ROLLBACK TO SAVEPOINT repair');
      console.warn('Visits beyond the range of dates could not be moved into it:', error);
    });
    // Deferred triggers of what was moved would keep the tables from being altered.
    await queryRunner.query('SET CONSTRAINTS ALL IMMEDIATE');
    for (const { table, name, condition } of checks) {
      await queryRunner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} CHECK (${condition}) NOT VALID`);
      const [broken] = (await queryRunner.query(
        `SELECT count(*)::int AS count FROM ${table} WHERE NOT (${condition})`,
      )) as { count: number }[];
      if (broken?.count === 0) {
        await queryRunner.query(`ALTER TABLE ${table} VALIDATE CONSTRAINT ${name}`);
      } else {
        console.warn(`${broken?.count} rows of ${table} break ${name} and were left as they are.`);
      }
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const { table, name } of checks) {
      await queryRunner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
    }
  }
}
