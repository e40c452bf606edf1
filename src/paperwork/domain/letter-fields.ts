import type { FieldTable, GivenOf, ValuesOf } from '../../platform/text/field-description.js';

/** How a letter is to be handled. */
export const letterNatures = {
  biasa: 'Biasa',
  penting: 'Penting',
  segera: 'Segera',
  'sangat-segera': 'Sangat segera',
  rahasia: 'Rahasia',
} as const;
export type LetterNature = keyof typeof letterNatures;

/** How letters are signed. */
export const signingWays = { wet: 'Tanda tangan basah', electronic: 'Tanda tangan elektronik' } as const;
export type SigningWay = keyof typeof signingWays;

/** What a line of the register says, field by field, in the order of its form. */
export const letterFields = {
  number: {
    kind: 'text',
    longest: 100,
    empty: 'blank',
    label: 'Nomor',
    hint: 'Dari aplikasi persuratan, misalnya WP.13.PAS.7-PK.01.08-120. Boleh menyusul.',
  },
  datedOn: { kind: 'date', empty: 'null', label: 'Tanggal surat' },
  nature: { kind: 'choice', choices: letterNatures, usual: 'biasa', empty: 'blank', label: 'Sifat' },
  attachment: {
    kind: 'text',
    longest: 100,
    empty: 'blank',
    label: 'Lampiran',
    hint: 'Misalnya satu berkas.',
  },
  subject: { kind: 'text', longest: 300, empty: 'blank', label: 'Hal' },
  classification: { kind: 'text', longest: 40, empty: 'null', label: 'Kode klasifikasi' },
  copies: {
    kind: 'words',
    longest: 200,
    most: 10,
    rows: 3,
    lists: 'lines',
    empty: 'blank',
    label: 'Tembusan',
    hint: 'Satu baris satu penerima.',
  },
  basis: {
    kind: 'long-text',
    format: 'plain',
    longest: 2000,
    rows: 2,
    empty: 'blank',
    label: 'Dasar',
    hint: 'Misalnya surat permohonan atau nota dinas yang menjadi dasarnya.',
  },
  dipa: {
    kind: 'text',
    longest: 200,
    empty: 'blank',
    label: 'DIPA',
    hint: 'Nomor dan tanggal DIPA, bila dibiayai.',
  },
  signing: { kind: 'choice', choices: signingWays, usual: 'wet', empty: 'blank', label: 'Penandatanganan' },
} as const satisfies FieldTable;

type LetterFields = typeof letterFields;
export type LetterValues = ValuesOf<LetterFields>;
export type GivenLetter = GivenOf<LetterFields>;
