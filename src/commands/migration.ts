import { entities, tablesWithoutEntity } from '../../config/data-source.js';
import { SystemClock } from '../platform/clock/clock.js';
import { onThrowawayDatabase } from '../platform/database/throwaway-database.js';
import { makeMigration, type MadeMigration } from './migration/make-migration.js';

/** `npm run migration -- name`: what the entities say otherwise than the migrations, as one more migration. */
const FOLDER = 'migrations';

const [name = ''] = process.argv.slice(2);

function tell({ file, unseen, isReversible }: MadeMigration): void {
  console.log(
    file
      ? `${file} is written: read it, and say in its comment why it is.`
      : 'TypeORM sees no difference; nothing is written.',
  );
  if (!isReversible) console.log('Its down does not lead back to exactly what was: mend it by hand.');
  if (unseen.length > 0)
    console.log(['TypeORM does not see these, so write them by hand:', ...unseen].join('\n  '));
  console.log(
    'TypeORM never sees triggers, functions, views, comments, EXCLUDE, changed texts of CHECKs, and indexes that an entity ' +
      'only names. `npm run artefacts` writes the snapshot, `npm run check` says what still differs.',
  );
}

if (/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) {
  const timestamp = new SystemClock().now().getTime();
  const withoutEntity = Object.keys(tablesWithoutEntity);
  tell(
    await onThrowawayDatabase((url) =>
      makeMigration({ url, name, timestamp, entities, withoutEntity, folder: FOLDER }),
    ),
  );
} else {
  console.error('npm run migration -- name-of-it: words in small letters with hyphens');
  process.exitCode = 1;
}
