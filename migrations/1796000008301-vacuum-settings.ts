import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Settings of tables that change much or grow large: by PostgreSQL's own, a fifth of a table is dead before it is looked
 * after.
 */
const SETTINGS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  // Each mail is updated as it goes, in columns with an index, and millions of old ones lie beside: a fifth is too late.
  mail: { autovacuum_vacuum_scale_factor: 0.02, autovacuum_analyze_scale_factor: 0.02 },
  // Filled and emptied with each mail: a handful of rows live, among as many dead as nobody took away.
  mail_lease: { autovacuum_vacuum_scale_factor: 0, autovacuum_vacuum_threshold: 500 },
  // A count is raised some hundred times in its second; with room on its page it is a change in place (HOT).
  mail_domain_second: { autovacuum_vacuum_scale_factor: 0, autovacuum_vacuum_threshold: 500, fillfactor: 50 },
  // Appended to with each change of a visit, and folded every ten minutes.
  feed_change: { autovacuum_vacuum_scale_factor: 0, autovacuum_vacuum_threshold: 2000 },
  // Noted and taken away within each transaction that changes a count.
  sinergi_pending: { autovacuum_vacuum_scale_factor: 0, autovacuum_vacuum_threshold: 1000 },
  // Appended to with each change of a count, and folded.
  sinergi_delta: { autovacuum_vacuum_scale_factor: 0, autovacuum_vacuum_threshold: 2000 },
  // The fold adds to counts that no index holds: with room on the page, in place.
  sinergi_figure: { fillfactor: 80, autovacuum_vacuum_scale_factor: 0.05 },
  // Last use is noted again and again, and no index holds it.
  session: { fillfactor: 80, autovacuum_vacuum_scale_factor: 0.05 },
  // What a poll found last is noted again and again, and no index holds it.
  feed: { fillfactor: 80, autovacuum_vacuum_scale_factor: 0.05 },
  // Rewritten with each change of who reads a visit; lists read its newest end, so its statistics have to know that.
  visit_reader: { autovacuum_vacuum_scale_factor: 0.02, autovacuum_analyze_scale_factor: 0.02 },
  // Of a million, the last thousands are what everybody reads: statistics of a tenth later misjudge them.
  visit: { autovacuum_vacuum_scale_factor: 0.02, autovacuum_analyze_scale_factor: 0.02 },
  visit_participant: { autovacuum_vacuum_scale_factor: 0.02, autovacuum_analyze_scale_factor: 0.02 },
  // Only grows: what came is frozen and made visible to index-only scans in small pieces.
  visit_history: { autovacuum_vacuum_insert_scale_factor: 0.05, autovacuum_analyze_scale_factor: 0.02 },
};

/** Has hot and large tables looked after in time. */
export class VacuumSettings1796000008301 implements MigrationInterface {
  name = 'VacuumSettings1796000008301';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [table, settings] of Object.entries(SETTINGS)) {
      const list = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
      await queryRunner.query(`ALTER TABLE ${table} SET (${list.join(', ')})`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const [table, settings] of Object.entries(SETTINGS)) {
      await queryRunner.query(`ALTER TABLE ${table} RESET (${Object.keys(settings).join(', ')})`);
    }
  }
}
