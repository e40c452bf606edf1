import { free, personal, words, type PersonalTables } from '../../platform/database/personal-columns.js';

const set = 'closed sets of words, and a code of an office';

/** Bundles are kept for days; their files are put together anew, and go then. */
export const bundlesPersonal: PersonalTables = {
  bundle: personal({
    title: 'Bundel yang Anda minta',
    owners: { asked_by: 'person' },
    visit: 'visit_id',
    tells: { title: 'Judul', asked_at: 'Diminta' },
    columns: { ...words('title'), ...free(set, 'organisation', 'state', 'subject') },
  }),
  bundle_part: personal({
    visit: 'visit_id',
    columns: {
      ...words('looked', 'name', 'reason', 'section', 'title'),
      ...free(set, 'kind', 'state'),
      ...free('a digest of the part', 'sha256'),
    },
  }),
};
