import { free, personal, words, type PersonalTables } from '../../platform/database/personal-columns.js';

const place = 'codes, names and kinds of offices';

export const unitChangesPersonal: PersonalTables = {
  unit_change: personal({
    title: 'Perubahan UPT yang Anda usulkan atau putuskan',
    owners: { proposed_by: 'person', decided_by: 'person' },
    tells: { kind: 'Jenis', proposed_at: 'Diusulkan', reason: 'Alasan', decision_reason: 'Alasan putusan' },
    columns: {
      ...words('reason', 'decision_reason', 'decree'),
      ...free(place, 'kind', 'state', 'regional_office', 'time_zone', 'unit', 'successor', 'name', 'type'),
      ...free(place, 'class', 'opens'),
    },
  }),
};
