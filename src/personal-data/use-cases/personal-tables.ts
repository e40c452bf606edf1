import { bundlesPersonal } from '../../bundles/index.js';
import { pressPersonal } from '../../press/index.js';
import { resultsPersonal } from '../../results/index.js';
import { filesPersonal } from '../../platform/files/personal-columns.js';
import { agendasPersonal } from '../../agendas/index.js';
import { backupsPersonal } from '../../backups/index.js';
import { calendarsPersonal } from '../../calendars/index.js';
import { checkInPersonal } from '../../check-in/index.js';
import { feedbackPersonal } from '../../feedback/index.js';
import { followUpsPersonal } from '../../follow-ups/index.js';
import { importsPersonal } from '../../imports/index.js';
import { learningPersonal } from '../../learning/index.js';
import { notesPersonal } from '../../notes/index.js';
import { operationsPersonal } from '../../operations/index.js';
import { paperworkPersonal } from '../../paperwork/index.js';
import { peoplePersonal } from '../../people/index.js';
import { MIGRATIONS_TABLE } from '../../platform/database/naming.js';
import { impersonal, type PersonalTables } from '../../platform/database/personal-columns.js';
import { mailPersonal } from '../../platform/mail/personal-columns.js';
import { pagesPersonal } from '../../platform/pages/personal-columns.js';
import { remindersPersonal } from '../../reminders/index.js';
import { repliesPersonal } from '../../replies/index.js';
import { seriesPersonal } from '../../series/index.js';
import { sinergiPersonal } from '../../sinergi/index.js';
import { summariesPersonal } from '../../summaries/index.js';
import { tripsPersonal } from '../../trips/index.js';
import { unitChangesPersonal } from '../../unit-changes/index.js';
import { unitsPersonal } from '../../units/index.js';
import { visitDaysPersonal } from '../../visit-days/index.js';
import { visitsPersonal } from '../../visits/index.js';
import { erasuresPersonal } from '../storage/personal-columns.js';

/**
 * What every table can hold of people. An erasure goes through them in this order: what is somebody's last of all, so that
 * it can be found by it as long as there is more to do.
 */
export const personalTables: PersonalTables = {
  ...{ [MIGRATIONS_TABLE]: impersonal('names of migrations', 'name') },
  ...unitsPersonal,
  ...backupsPersonal,
  ...operationsPersonal,
  ...remindersPersonal,
  ...sinergiPersonal,
  ...calendarsPersonal,
  ...agendasPersonal,
  ...summariesPersonal,
  ...notesPersonal,
  ...followUpsPersonal,
  ...visitDaysPersonal,
  ...checkInPersonal,
  ...feedbackPersonal,
  ...learningPersonal,
  ...importsPersonal,
  ...seriesPersonal,
  ...unitChangesPersonal,
  ...filesPersonal,
  ...bundlesPersonal,
  ...pressPersonal,
  ...resultsPersonal,
  ...paperworkPersonal,
  ...repliesPersonal,
  ...mailPersonal,
  ...pagesPersonal,
  ...erasuresPersonal,
  ...tripsPersonal,
  ...visitsPersonal,
  ...peoplePersonal,
};
