import { free, personal, words, type PersonalTables } from '../../platform/database/personal-columns.js';

export const learningPersonal: PersonalTables = {
  learning_check: personal({
    title: 'Jawaban tentang yang sudah diterapkan',
    owners: { participant_id: 'participant' },
    visit: 'visit_id',
    tells: { day: 'Hari ke', answer: 'Jawaban', words: 'Kata-kata', answered_at: 'Dijawab' },
    columns: {
      ...words('words'),
      ...free('a hash of a secret that opens nothing once its participant is nobody', 'token_hash'),
      ...free('a closed set of words', 'answer'),
    },
  }),
};
