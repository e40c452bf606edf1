import type { DataSourceOptions } from 'typeorm';
import { migrations } from '../migrations/index.js';
import { agendasEntities } from '../src/agendas/storage/entities.js';
import { backupsEntities } from '../src/backups/storage/entities.js';
import { calendarsEntities } from '../src/calendars/storage/entities.js';
import { checkInEntities } from '../src/check-in/storage/entities.js';
import { feedbackEntities } from '../src/feedback/storage/entities.js';
import { learningEntities } from '../src/learning/storage/entities.js';
import { followUpsEntities } from '../src/follow-ups/storage/entities.js';
import { operationsEntities } from '../src/operations/storage/entities.js';
import { notesEntities } from '../src/notes/storage/entities.js';
import { peopleEntities } from '../src/people/storage/entities.js';
import { remindersEntities } from '../src/reminders/storage/entities.js';
import { repliesEntities } from '../src/replies/storage/entities.js';
import { importsEntities } from '../src/imports/storage/entities.js';
import { unitChangesEntities } from '../src/unit-changes/storage/entities.js';
import { seriesEntities } from '../src/series/storage/entities.js';
import { personalDataEntities } from '../src/personal-data/storage/entities.js';
import { sinergiEntities } from '../src/sinergi/storage/entities.js';
import { summariesEntities } from '../src/summaries/storage/entities.js';
import { tripsEntities } from '../src/trips/storage/entities.js';
import { bundlesEntities } from '../src/bundles/storage/entities.js';
import { paperworkEntities } from '../src/paperwork/storage/entities.js';
import { pressEntities } from '../src/press/storage/entities.js';
import { resultsEntities } from '../src/results/storage/entities.js';
import { unitsEntities } from '../src/units/storage/entities.js';
import { visitDaysEntities } from '../src/visit-days/storage/entities.js';
import { visitsEntities } from '../src/visits/storage/entities.js';
import { MIGRATIONS_TABLE, SnakeCaseNaming } from '../src/platform/database/naming.js';
import { poolOptions } from '../src/platform/database/pool.js';
import { mailEntities } from '../src/platform/mail/entities.js';
import { StoredFileEntity } from '../src/platform/files/stored-file.entity.js';
import { MailCheckEntity } from '../src/platform/mail-checks/mail-check.entity.js';
import { SentFormEntity } from '../src/platform/pages/sent-form.entity.js';
import type { SessionLimits } from '../src/platform/database/time-limits.js';
import { SLOW_MS, StatementLog } from '../src/platform/log/statement-log.js';

/** Every table that somebody asks, by layer and feature. */
export const entities = [
  ...mailEntities,
  MailCheckEntity,
  SentFormEntity,
  StoredFileEntity,
  ...unitsEntities,
  ...peopleEntities,
  ...backupsEntities,
  ...operationsEntities,
  ...visitsEntities,
  ...agendasEntities,
  ...calendarsEntities,
  ...repliesEntities,
  ...notesEntities,
  ...followUpsEntities,
  ...visitDaysEntities,
  ...checkInEntities,
  ...feedbackEntities,
  ...learningEntities,
  ...summariesEntities,
  ...remindersEntities,
  ...importsEntities,
  ...seriesEntities,
  ...unitChangesEntities,
  ...tripsEntities,
  ...paperworkEntities,
  ...bundlesEntities,
  ...pressEntities,
  ...resultsEntities,
  ...sinergiEntities,
  ...personalDataEntities,
];

/** Tables that have no entity, each with its reason. */
export const tablesWithoutEntity = {
  [MIGRATIONS_TABLE]: "TypeORM's own",
  feed_change: 'triggers keep it, and it has no key',
  follow_up_reader: 'triggers keep it: who finds a follow-up in lists',
  hosted_visits: 'triggers keep it: how many visits each host received',
  note_search: 'triggers keep it: a tsvector of each note',
  search_word: 'triggers keep it: the words of all notes',
  sinergi_delta: 'triggers keep it, and it has no key',
  sinergi_fact: 'triggers keep it',
  sinergi_figure: 'folded by SQL, and its key takes NULLs for equal',
  sinergi_sum: 'summed by SQL',
  sinergi_pending: 'triggers fill and empty it',
  visit_reader: 'triggers keep it: who reads a visit in lists',
} as const satisfies Record<string, string>;

/** The one set of TypeORM options, for the server, the commands and the tests. */
export function dataSourceOptions(url: string, pool: number, limits: SessionLimits): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    poolSize: pool,
    applicationName: 'sambang',
    ...poolOptions(limits),
    namingStrategy: new SnakeCaseNaming(),
    entities,
    migrations,
    migrationsTableName: MIGRATIONS_TABLE,
    migrationsTransactionMode: 'each',
    // Migrations make them; TypeORM would ask at each start.
    installExtensions: false,
    synchronize: false,
    logger: new StatementLog(),
    maxQueryExecutionTime: SLOW_MS,
  };
}
