import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { StartRefusal } from '../errors/start-refusal.js';
import { connect } from './reachable.js';

/** The file that stands in a data folder while a restore into it is not finished. */
export const restoreMark = (dataFolder: string): string => join(dataFolder, 'restore-unfinished');

/** The table that stands in a database while a restore into it is not finished. */
export const RESTORE_MARK_TABLE = 'public.restore_unfinished';

const advice =
  'so what is there is not whole. Empty the folder and the database, then run the restore again.';

/** Refuses a data folder that a restore did not finish. */
export async function refuseUnfinishedFolder(dataFolder: string): Promise<void> {
  const found = await access(restoreMark(dataFolder)).then(
    () => true,
    () => false,
  );
  if (found) throw new StartRefusal(`A restore into ${dataFolder} was not finished, ${advice}`);
}

/** Refuses a database that a restore did not finish. */
export async function refuseUnfinishedDatabase(url: string): Promise<void> {
  const client = await connect({ connectionString: url, application_name: 'sambang-start' });
  try {
    const sql = 'SELECT to_regclass($1) IS NOT NULL AS found';
    const { rows } = await client.query<{ found: boolean }>(sql, [RESTORE_MARK_TABLE]);
    if (rows[0]?.found) throw new StartRefusal(`A restore into this database was not finished, ${advice}`);
  } finally {
    await client.end();
  }
}
