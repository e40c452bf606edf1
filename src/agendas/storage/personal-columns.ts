import {
  free,
  impersonal,
  personal,
  words,
  type PersonalTables,
} from '../../platform/database/personal-columns.js';

export const agendasPersonal: PersonalTables = {
  agenda: impersonal('a closed set of words', 'state'),
  agenda_item: personal({
    title: 'Acara yang menyebut Anda',
    visit: 'visit_id',
    tells: { title: 'Acara', starts_at: 'Mulai', persons: 'Penanggung jawab' },
    names: ['persons', 'title', 'note'],
    columns: { ...words('title', 'place', 'persons', 'note'), ...free('a closed set of words', 'kind') },
  }),
  agenda_revision: personal({ visit: 'visit_id', columns: words('items') }),
};
