import { personal, words, type PersonalTables } from '../../platform/database/personal-columns.js';

export const summariesPersonal: PersonalTables = {
  summary: personal({
    title: 'Ringkasan yang terakhir Anda ubah',
    owners: { changed_by: 'person' },
    visit: 'visit_id',
    tells: { changed_at: 'Waktu' },
    columns: words('outcomes', 'decisions', 'notes', 'links', 'answers'),
  }),
  summary_revision: personal({
    title: 'Ringkasan yang menyebut Anda atau Anda terbitkan',
    owners: { published_by: 'person' },
    visit: 'visit_id',
    tells: { revision: 'Revisi', published_at: 'Terbit' },
    names: ['content'],
    columns: words('content'),
  }),
};
