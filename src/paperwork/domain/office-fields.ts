import type { FieldTable, GivenOf, ValuesOf } from '../../platform/text/field-description.js';
import { signingWays } from './letter-fields.js';

/** Most lines of a letterhead. */
export const MOST_LETTERHEAD_LINES = 6;

/** What an office says of its papers, field by field, in the order of its form; its address and ways of contact are the unit's. */
export const officeFields = {
  letterhead: {
    kind: 'words',
    longest: 120,
    most: MOST_LETTERHEAD_LINES,
    rows: 5,
    lists: 'lines',
    empty: 'blank',
    label: 'Kop surat',
    hint: 'Satu baris satu baris kop, paling banyak 6: kementerian, Kanwil, nama UPT. Alamat ditambahkan dari data UPT.',
    meaning: 'Lines of the letterhead, from the top; address and ways of contact are those of the unit.',
  },
  placeOfSigning: {
    kind: 'text',
    longest: 100,
    empty: 'null',
    label: 'Tempat penandatanganan',
    hint: 'Bila kosong, kota atau kabupaten kantor ini.',
  },
  copies: {
    kind: 'words',
    longest: 200,
    most: 10,
    rows: 3,
    lists: 'lines',
    empty: 'blank',
    label: 'Tembusan',
    hint: 'Satu baris satu penerima, untuk surat baru. Misalnya Kepala Kantor Wilayah Ditjenpas Jawa Tengah.',
    meaning: 'Who gets copies of new letters.',
  },
  classificationCode: {
    kind: 'text',
    longest: 40,
    empty: 'null',
    label: 'Kode klasifikasi',
    hint: 'Untuk surat baru, misalnya PK.01.08.',
  },
  numberCode: {
    kind: 'text',
    longest: 60,
    empty: 'null',
    label: 'Kode kantor',
    hint: 'Kode kantor ini dalam nomor surat, misalnya WP.13.PAS.7.',
  },
  numberPattern: {
    kind: 'text',
    longest: 100,
    empty: 'null',
    label: 'Pola nomor surat',
    hint: 'Isi bila Sambang yang memberi nomor urut. Misalnya {kode}-{klasifikasi}-{nomor}. Kosong: nomor dari aplikasi persuratan diketik sendiri.',
    meaning: 'How numbers of letters are written; without it they come from elsewhere.',
  },
  signing: {
    kind: 'choice',
    choices: signingWays,
    usual: 'wet',
    empty: 'blank',
    label: 'Penandatanganan',
    hint: 'Untuk surat baru.',
    meaning: 'How new letters are signed.',
  },
  signatureMark: {
    kind: 'text',
    longest: 40,
    empty: 'blank',
    label: 'Penanda tempat QR',
    hint: 'Tulisan yang dicari aplikasi tanda tangan elektronik kantor, misalnya ${ttd_pengirim} atau #. Boleh kosong.',
    meaning:
      'What the signing service of the office finds the place of its code by, on letters that are signed electronically.',
  },
} as const satisfies FieldTable;

type OfficeFields = typeof officeFields;
export type OfficeValues = ValuesOf<OfficeFields>;
export type GivenOffice = GivenOf<OfficeFields>;
