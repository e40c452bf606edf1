import { free, own, personal, words, type PersonalTables } from '../../platform/database/personal-columns.js';

export const tripsPersonal: PersonalTables = {
  trip: personal({
    title: 'Perjalanan yang Anda buat',
    owners: { created_by: 'person' },
    tells: { title: 'Judul', created_at: 'Dibuat' },
    columns: { ...words('title'), ...free('code of an office', 'guest_unit') },
  }),
  trip_member: personal({
    title: 'Rombongan perjalanan',
    owners: { id: 'member' },
    tells: {
      ...{ name: 'Nama', position: 'Jabatan', rank: 'Pangkat', nip: 'NIP', office: 'Instansi' },
      ...{ phone: 'Telepon', email: 'Alamat surel', role: 'Peran' },
    },
    columns: {
      ...own('anonymous-name', 'name'),
      ...own(null, 'office', 'email', 'phone', 'position', 'rank', 'nip'),
      ...free('a closed set of words', 'role'),
    },
  }),
};
