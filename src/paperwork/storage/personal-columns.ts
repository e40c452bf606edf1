import {
  file,
  free,
  held,
  impersonal,
  own,
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
    names: ['snapshot', 'details', 'minutes'],
    columns: {
      ...words(
        'number',
        'attachment',
        'subject',
        'copies',
        'basis',
        'dipa',
        'snapshot',
        'details',
        'minutes',
      ),
      ...free('a closed set of words', 'signing'),
      ...free('codes of offices, and closed sets of words', 'organisation', 'kind', 'direction', 'slot'),
      ...free('closed sets of words, and a code of the archive', 'nature', 'classification'),
    },
  }),
  letter_copy: personal({
    title: 'Salinan surat yang Anda unggah',
    owners: { added_by: 'person' },
    tells: { name: 'Nama berkas', added_at: 'Ditambahkan' },
    columns: {
      ...words('name'),
      ...free('what kind of file, and its digest', 'media_type', 'stored'),
    },
  }),
  letter_template: personal({
    title: 'Templat surat yang Anda unggah',
    owners: { uploaded_by: 'person' },
    tells: { name: 'Nama berkas', uploaded_at: 'Diunggah' },
    columns: {
      ...words('name', 'note'),
      ...free('code of an office, and a closed set of words', 'organisation', 'kind'),
      ...file('documents of an office, with places for names and none of them', 'content'),
    },
  }),
  certificate: personal({
    title: 'Piagam Anda',
    owners: { participant_id: 'participant' },
    tells: { name: 'Nama', code: 'Kode', issued_at: 'Terbit', withdrawn_at: 'Dicabut' },
    names: ['name'],
    columns: {
      ...own('anonymous-name', 'name'),
      ...own(null, 'position', 'office'),
      ...free('letters of chance alone', 'code'),
    },
  }),
  letter_counter: impersonal('code of an office', 'organisation'),
  office_paper: impersonal(
    'letterhead and numbers of an office',
    ...['organisation', 'letterhead', 'emblem', 'place_of_signing', 'copies', 'classification_code'],
    ...['number_code', 'number_pattern', 'signing', 'signature_mark'],
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
