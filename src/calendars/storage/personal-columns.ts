import { free, personal, words, type PersonalTables } from '../../platform/database/personal-columns.js';

const goes = 'goes with the row of its person';

export const calendarsPersonal: PersonalTables = {
  calendar_invitation: personal({
    title: 'Undangan kalender',
    owners: { email: 'address' },
    goesWith: ['email'],
    visit: 'visit_id',
    tells: { name: 'Kepada', method: 'Jenis', sent_at: 'Dikirim' },
    columns: { ...words('email', 'name', 'shown'), ...free('closed sets of words', 'role', 'method') },
  }),
  feed: personal({
    title: 'Kalender langganan',
    owners: { person_id: 'person' },
    goesWith: ['person_id'],
    tells: { scope: 'Isi', created_at: 'Dibuat', last_used_at: 'Terakhir dibaca' },
    columns: {
      ...free(goes, 'token_hash', 'scope', 'unit', 'regional_office', 'shows', 'programs', 'states'),
      ...free(goes, 'digest', 'held', 'events_digest'),
    },
  }),
};
