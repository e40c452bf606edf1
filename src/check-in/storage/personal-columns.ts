import {
  free,
  impersonal,
  personal,
  words,
  type PersonalTables,
} from '../../platform/database/personal-columns.js';

const goes = 'goes with the row of its participant';

export const checkInPersonal: PersonalTables = {
  attendance_signature: personal({
    title: 'Tanda tangan pada daftar hadir',
    owners: { participant_id: 'participant' },
    goesWith: ['participant_id'],
    tells: { signed_at: 'Waktu', strokes: 'Goresan' },
    columns: free(goes, 'strokes'),
  }),
  check_in_key: impersonal('the key by which codes at doors are signed', 'key'),
  walk_in_contact: personal({
    title: 'Kontak yang Anda tulis di pintu',
    owners: { participant_id: 'participant', email: 'address', phone: 'phone' },
    goesWith: ['participant_id', 'email', 'phone'],
    tells: { email: 'Alamat surel', phone: 'Telepon', came_at: 'Datang' },
    columns: { ...free(goes, 'device'), ...words('email', 'phone') },
  }),
};
