import { free, own, personal, words, type PersonalTables } from '../../platform/database/personal-columns.js';

const hash = 'a hash of a secret, which goes with its row';
const goes = 'goes with the row of its person';

export const peoplePersonal: PersonalTables = {
  address_change: personal({
    title: 'Alamat surel baru yang diminta',
    owners: { person_id: 'person', email: 'address' },
    goesWith: ['person_id', 'email'],
    tells: { email: 'Alamat', created_at: 'Diminta', used_at: 'Dipakai' },
    columns: { ...free(hash, 'token_hash'), ...words('email', 'asked_by_name') },
  }),
  api_token: personal({
    title: 'Token API',
    owners: { person_id: 'person' },
    goesWith: ['person_id'],
    tells: { name: 'Nama', created_at: 'Dibuat', last_used_at: 'Terakhir dipakai', revoked_at: 'Dicabut' },
    columns: { ...free(hash, 'token_hash'), ...words('name') },
  }),
  password_link: personal({
    owners: { person_id: 'person' },
    goesWith: ['person_id'],
    columns: free(hash, 'token_hash', 'purpose'),
  }),
  person: personal({
    title: 'Akun',
    owners: { id: 'person' },
    tells: {
      ...{ name: 'Nama', email: 'Alamat surel', phone: 'Telepon', nip: 'NIP', position: 'Jabatan' },
      ...{ rank: 'Pangkat', role: 'Peran', unit: 'UPT', regional_office: 'Kanwil', created_at: 'Dibuat' },
      suspended_at: 'Ditangguhkan',
    },
    columns: {
      ...own('anonymous-name', 'name'),
      ...own('anonymous-address', 'email'),
      ...own(null, 'phone', 'nip', 'position', 'rank', 'password_hash'),
      ...free('of what office somebody was, and as what: the record of who acted', 'role', 'unit'),
      ...free('of what office somebody was', 'regional_office'),
    },
  }),
  session: personal({
    title: 'Sesi masuk',
    owners: { person_id: 'person' },
    goesWith: ['person_id'],
    tells: { created_at: 'Masuk', last_used_at: 'Terakhir dipakai' },
    columns: free(hash, 'token_hash'),
  }),
  setup_dismissal: personal({
    owners: { person_id: 'person' },
    goesWith: ['person_id'],
    columns: free(goes, 'item'),
  }),
  sign_in_failure: personal({
    title: 'Percobaan masuk yang gagal',
    owners: { email: 'address' },
    goesWith: ['email'],
    tells: { network: 'Jaringan', at: 'Waktu' },
    columns: { ...words('email'), ...free(goes, 'network') },
  }),
};
