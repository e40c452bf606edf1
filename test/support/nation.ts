import { writeNationalData } from '../../src/commands/bench/national-data.js';
import type { TestApp } from './app.js';

/** Visits of all units between two dates, written with the triggers off, as a copy is restored. */
export async function loadNation(
  app: TestApp,
  data: { from: string; to: string; visits: number },
): Promise<void> {
  const run = (sql: string, parameters?: unknown[]) => app.database.query(sql, parameters);
  await app.database.transaction(async () => {
    await run('SET LOCAL session_replication_role = replica');
    await writeNationalData(run, { today: '2025-10-20', seed: 0.42, ...data });
  });
}
