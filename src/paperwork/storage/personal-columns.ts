import {
  file,
  free,
  held,
  impersonal,
  personal,
  words,
  type PersonalTables,
} from '../../platform/database/personal-columns.js';

const signing = 'who signed official papers, when and as what, is told as long as the papers are';

export const paperworkPersonal: PersonalTables = {
  emblem: personal({
    columns: { ...free('a digest of the picture', 'sha256'), ...file('the emblem of an office', 'content') },
  }),
  letter: personal({
    title: 'Surat yang Anda tulis atau menyebut Anda',
    owners: { written_by: 'person' },
    visit: 'visit_id',
    tells: { kind: 'Jenis', number: 'Nomor', dated_on: 'Tanggal', subject: 'Perihal', written_at: 'Dicatat' },
    names: ['snapshot'],
    columns: {
      ...words('number', 'attachment', 'subject', 'copies', 'basis', 'dipa', 'snapshot'),
      ...free('codes of offices, and closed sets of words', 'organisation', 'kind', 'direction', 'slot'),
      ...free('closed sets of words, and a code of the archive', 'nature', 'classification'),
    },
  }),
  letter_counter: impersonal('code of an office', 'organisation'),
  office_paper: impersonal(
    'letterhead and numbers of an office',
    ...['organisation', 'letterhead', 'emblem', 'place_of_signing', 'copies', 'classification_code'],
    ...['number_code', 'number_pattern'],
  ),
  signer: personal({
    title: 'Penanda tangan surat',
    tells: { name: 'Nama', position: 'Jabatan', rank: 'Pangkat', from_on: 'Sejak', until_on: 'Sampai' },
    names: ['name', 'nip'],
    columns: {
      ...held(signing, 'name', 'position', 'nip', 'rank'),
      ...free('code of an office, and a closed set of words', 'organisation', 'kind'),
    },
  }),
};
