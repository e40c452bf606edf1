import { restoreBackup } from '../backups/index.js';
import { runOnce } from '../boot.js';
import { StartRefusal } from '../platform/errors/start-refusal.js';

/** Restores a backup into an empty data folder: `npm run restore -- FOLDER` */
await runOnce(async (environment) => {
  const [folder, ...rest] = process.argv.slice(2);
  if (!folder || rest.length > 0)
    throw new StartRefusal('Name the folder of one backup: npm run restore -- FOLDER');
  const { madeAt, tables } = await restoreBackup(folder, environment);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(
    `Restored into ${environment.DATA_DIR}: the state of ${madeAt}, ${rows} rows in ${tables.length} tables`,
  );
});
