import {
  file,
  free,
  impersonal,
  own,
  personal,
  words,
  type PersonalTables,
} from '../../platform/database/personal-columns.js';

export const repliesPersonal: PersonalTables = {
  known_sender: personal({
    title: 'Alamat lain yang dipakai menjawab',
    owners: { participant_id: 'participant', sender: 'address' },
    goesWith: ['participant_id', 'sender'],
    tells: { sender: 'Alamat', said_at: 'Waktu' },
    columns: { ...words('sender'), ...free('code of an office', 'unit') },
  }),
  mailbox_position: impersonal('the name of our own mailbox', 'mailbox'),
  received_mail: personal({
    title: 'Surel dari Anda yang diterima',
    owners: { sender: 'address' },
    visit: 'visit_id',
    tells: { subject: 'Perihal', received_at: 'Diterima', outcome: 'Hasil' },
    columns: {
      ...words('sender'),
      ...own({ text: '(dihapus)' }, 'subject'),
      ...free('a digest of the mail, and a closed set of words', 'digest', 'outcome'),
      ...file('searched part by part, and dropped where somebody who is erased stands in it', 'source'),
    },
  }),
  reply_question: personal({
    title: 'Jawaban Anda yang menunggu petugas',
    owners: { participant_id: 'participant' },
    goesWith: ['participant_id'],
    tells: { words: 'Kata-kata', answer: 'Jawaban', substitute: 'Pengganti', asked_at: 'Diterima' },
    columns: { ...words('substitute', 'words'), ...free('closed sets of words', 'kind', 'answer') },
  }),
};
