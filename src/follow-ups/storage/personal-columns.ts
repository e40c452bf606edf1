import {
  file,
  free,
  impersonal,
  ownBy,
  personal,
  words,
  type PersonalTables,
} from '../../platform/database/personal-columns.js';

const set = 'closed sets of words, and codes of offices';

export const followUpsPersonal: PersonalTables = {
  follow_up: personal({
    title: 'Tindak lanjut yang Anda pegang',
    owners: { person_id: 'person' },
    visit: 'visit_id',
    tells: { what: 'Apa', person_name: 'Penanggung jawab', due_on: 'Tenggat', state: 'Keadaan' },
    names: ['person_name'],
    columns: {
      ...ownBy('person_id', 'anonymous-name', 'person_name'),
      ...words('what', 'evidence', 'reason', 'evidence_url'),
      ...free(set, 'unit', 'state'),
    },
  }),
  follow_up_comment: personal({
    title: 'Komentar pada tindak lanjut',
    owners: { author_id: 'person' },
    tells: { body: 'Isi', at: 'Waktu' },
    columns: { ...ownBy('author_id', 'anonymous-name', 'author_name'), ...words('body') },
  }),
  follow_up_file: personal({
    title: 'Bukti tindak lanjut yang Anda tambahkan',
    owners: { added_by: 'person' },
    tells: { name: 'Nama berkas', added_at: 'Ditambahkan' },
    columns: {
      ...words('name'),
      ...free('what kind of file, and its digest', 'media_type', 'sha256', 'stored'),
      ...file('evidence as an office gave it; listed for the unit to decide', 'content'),
    },
  }),
  follow_up_history: personal({
    title: 'Riwayat tindak lanjut',
    owners: { actor_id: 'person' },
    tells: { at: 'Waktu', action: 'Langkah', reason: 'Alasan' },
    columns: {
      ...ownBy('actor_id', 'anonymous-name', 'actor_name'),
      ...words('reason'),
      ...free(set, 'action', 'from_state', 'to_state'),
    },
  }),
  follow_up_reader: impersonal(
    'triggers keep it by the address of each participant',
    'reader',
    'unit',
    'state',
  ),
  replication: personal({
    title: 'Replikasi yang Anda benarkan',
    owners: { confirmed_by: 'person' },
    tells: { practice: 'Praktik', result: 'Hasil', confirmed_at: 'Dibenarkan' },
    columns: {
      ...ownBy('confirmed_by', 'anonymous-name', 'confirmed_name'),
      ...words('practice', 'result'),
      ...free(set, 'follow_up_state', 'from_unit', 'to_unit'),
    },
  }),
};
