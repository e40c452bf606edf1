import {
  file,
  free,
  impersonal,
  own,
  ownBy,
  personal,
  words,
  type PersonalTables,
} from '../../platform/database/personal-columns.js';

const set = 'a closed set of words';
const code = 'codes of offices and programs, and numbers of letters';
const hash = 'a hash of a secret, which goes with its row';

export const visitsPersonal: PersonalTables = {
  answer_news: personal({
    owners: { participant_id: 'participant' },
    goesWith: ['participant_id'],
    columns: { ...free(set, 'answer'), ...words('words') },
  }),
  host_answer: personal({ visit: 'visit_id', columns: words('office', 'phone') }),
  host_answer_link: impersonal(hash, 'token_hash'),
  host_time: impersonal(code, 'kind', 'host_unit'),
  learning_question: personal({ visit: 'visit_id', columns: words('words') }),
  nip_look: personal({
    title: 'NIP yang ditampilkan kepada petugas',
    owners: { participant_id: 'participant', looked_by: 'person' },
    visit: 'visit_id',
    tells: { whose: 'NIP milik', looked_at: 'Waktu' },
    names: ['whose'],
    columns: ownBy('participant_id', 'anonymous-name', 'whose'),
  }),
  participant_address: personal({
    title: 'Alamat surel baru yang diminta lewat tautan',
    owners: { participant_id: 'participant', email: 'address' },
    goesWith: ['participant_id', 'email'],
    tells: { email: 'Alamat', created_at: 'Diminta', used_at: 'Dipakai' },
    columns: { ...free(hash, 'token_hash'), ...words('email') },
  }),
  participant_link: personal({
    title: 'Tautan pribadi',
    owners: { participant_id: 'participant' },
    goesWith: ['participant_id'],
    tells: { created_at: 'Dibuat', ended_at: 'Berakhir', feed_used_at: 'Kalender terakhir dibaca' },
    columns: free(hash, 'token_hash', 'feed_hash', 'feed_digest', 'feed_held'),
  }),
  participant_reach: personal({
    title: 'Cara Anda dihubungi tanpa surel',
    owners: { participant_id: 'participant', reached_by: 'person' },
    goesWith: ['participant_id'],
    tells: { reached_at: 'Waktu', reached_by_name: 'Oleh' },
    columns: ownBy('reached_by', 'anonymous-name', 'reached_by_name'),
  }),
  visit: personal({
    title: 'Kunjungan yang mencatat Anda sebagai narahubung atau pembuatnya',
    owners: { contact_email: 'address', contact_phone: 'phone', created_by: 'person' },
    visit: 'id',
    tells: { reference: 'Nomor', title: 'Judul', starts_at: 'Mulai', contact_name: 'Narahubung' },
    columns: {
      contact_name: { is: 'own', becomes: 'anonymous-name', by: ['contact_email', 'contact_phone'] },
      contact_phone: { is: 'own', becomes: null, by: ['contact_email', 'contact_phone'] },
      contact_email: { is: 'own', becomes: null, by: ['contact_email', 'contact_phone'] },
      ...words('title', 'purpose', 'topics', 'place', 'host_message', 'conditions', 'meeting_link'),
      ...words('request_letter_number', 'reply_letter_number', 'assignment_letter_number'),
      ...free(set, 'state', 'kind', 'mode', 'proposed_by', 'recorded_by', 'reviewed_by', 'disputed_by'),
      ...free(code, 'reference', 'guest_unit', 'host_unit', 'arranged_by'),
    },
  }),
  visit_approval: impersonal(code, 'regional_office'),
  visit_file: personal({
    title: 'Berkas kunjungan yang Anda tambahkan',
    owners: { added_by: 'person' },
    visit: 'visit_id',
    tells: { name: 'Nama berkas', added_at: 'Ditambahkan' },
    columns: {
      ...words('name'),
      ...free('what kind of file, and its digest', 'media_type', 'sha256', 'stored'),
      ...file('letters and lists as the offices signed them; listed for the unit to decide', 'content'),
    },
  }),
  visit_guest: personal({
    visit: 'visit_id',
    columns: { ...words('message', 'reason'), ...free(code, 'organisation', 'answer') },
  }),
  visit_history: personal({
    title: 'Riwayat kunjungan',
    owners: { actor_id: 'person' },
    visit: 'visit_id',
    tells: { at: 'Waktu', action: 'Langkah', reason: 'Alasan', changes: 'Yang berubah' },
    names: ['actor_name', 'changes'],
    columns: {
      ...own('anonymous-name', 'actor_name'),
      ...words('reason', 'changes'),
      ...free(set, 'action', 'from_state', 'to_state', 'side', 'came_by'),
    },
  }),
  visit_idempotency_key: personal({
    owners: { person_id: 'person' },
    goesWith: ['person_id'],
    columns: free('goes with the row of its person', 'key', 'request_hash'),
  }),
  visit_number: impersonal(code, 'prefix'),
  visit_number_free: impersonal(code, 'prefix'),
  visit_participant: personal({
    title: 'Keikutsertaan dalam kunjungan',
    owners: { id: 'participant' },
    visit: 'visit_id',
    tells: {
      ...{ name: 'Nama', position: 'Jabatan', rank: 'Pangkat', nip: 'NIP', office: 'Instansi' },
      ...{ phone: 'Telepon', email: 'Alamat surel', side: 'Pihak', role: 'Peran', answer: 'Jawaban' },
      ...{ answered_at: 'Dijawab', attendance: 'Kehadiran', attendance_at: 'Kehadiran dicatat' },
      ...{ represented_by: 'Diwakili oleh', walk_in: 'Datang tanpa terdaftar', created_at: 'Ditambahkan' },
    },
    columns: {
      ...own('anonymous-name', 'name'),
      ...own(null, 'office', 'email', 'phone', 'nip', 'rank', 'position'),
      ...words('represented_by'),
      ...free(set, 'side', 'role', 'answer', 'attendance', 'heard_from', 'walk_in'),
      ...free(code, 'contact_written_by', 'brought_by'),
    },
  }),
  visit_program: impersonal(code, 'program'),
  visit_reader: impersonal('triggers keep it by the address of each participant', 'reader', 'state'),
};
