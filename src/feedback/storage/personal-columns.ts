import { free, personal, words, type PersonalTables } from '../../platform/database/personal-columns.js';

export const feedbackPersonal: PersonalTables = {
  feedback: personal({
    title: 'Umpan balik Anda',
    owners: { participant_id: 'participant' },
    tells: {
      ...{ usefulness: 'Kegunaan', welcome: 'Sambutan', to_copy: 'Yang ingin ditiru' },
      ...{ to_improve: 'Yang perlu diperbaiki', may_name: 'Nama boleh disebut', given_at: 'Waktu' },
    },
    columns: words('to_copy', 'to_improve'),
  }),
  feedback_link: personal({
    owners: { participant_id: 'participant' },
    goesWith: ['participant_id'],
    columns: free('a hash of a secret, which goes with its row', 'token_hash'),
  }),
  feedback_release: personal({
    owners: { participant_id: 'participant' },
    visit: 'visit_id',
    columns: words('to_copy', 'to_improve'),
  }),
};
