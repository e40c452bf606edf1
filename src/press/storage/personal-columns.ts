import { free, own, personal, words, type PersonalTables } from '../../platform/database/personal-columns.js';

const set = 'closed sets of words, and codes of offices';

export const pressPersonal: PersonalTables = {
  press_text: personal({
    title: 'Siaran pers yang Anda setujui',
    owners: { approved_by: 'person', readied_by: 'person' },
    visit: 'visit_id',
    tells: { kind: 'Jenis', approved_at: 'Disetujui' },
    names: ['approver'],
    columns: { ...words('approver'), ...free(set, 'organisation', 'kind', 'state') },
  }),
  press_revision: personal({
    title: 'Siaran pers yang Anda tulis',
    owners: { written_by: 'person' },
    tells: { title: 'Judul', written_at: 'Ditulis' },
    columns: { ...words('title', 'body'), ...free('ids of photos', 'photos') },
  }),
  press_point: personal({
    title: 'Yang Anda periksa pada siaran pers',
    owners: { said_by: 'person' },
    tells: { point: 'Butir', reason: 'Alasan' },
    columns: { ...words('reason'), ...free(set, 'point') },
  }),
  press_quote: personal({
    title: 'Kutipan yang diminta dari Anda',
    owners: { said_by: 'person', asked_by: 'person' },
    visit: 'visit_id',
    tells: { words: 'Kutipan', state: 'Keadaan' },
    names: ['speaker', 'words'],
    columns: {
      ...words('speaker', 'position', 'words'),
      ...free(set, 'organisation', 'state'),
      ...free('a digest of chance', 'link_hash'),
    },
  }),
  press_quote_link: personal({
    title: 'Tautan kutipan yang dikirim kepada Anda',
    owners: { email: 'address', made_by: 'person' },
    goesWith: ['email'],
    visit: 'visit_id',
    tells: { created_at: 'Dikirim' },
    columns: {
      ...own('anonymous-address', 'email'),
      ...free(set, 'organisation'),
      ...free('a digest of chance', 'token_hash'),
    },
  }),
};
