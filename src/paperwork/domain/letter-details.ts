import { bareNip, isNip, maskNip } from '../../platform/text/nip.js';
import {
  blankOf,
  type FieldDescription,
  type FieldTable,
  type GivenOf,
  type ValuesOf,
} from '../../platform/text/field-description.js';
import type { LetterKind } from './letter-kinds.js';

/** How an attendance list is filled. */
const fillings = {
  blank: 'Kosong, untuk ditandatangani di tempat',
  recorded: 'Dengan kehadiran dan tanda tangan yang tercatat',
} as const;

/** What a letter says of itself alone, by the kinds that say it; what the visit knows is not asked again. */
const described = {
  filling: {
    of: 'daftar-hadir',
    field: {
      kind: 'choice',
      choices: fillings,
      usual: 'blank',
      empty: 'blank',
      label: 'Isi daftar',
      meaning: 'Whether an attendance list is one to be signed, or shows who was there and what they signed.',
    },
  },
  chair: {
    of: 'notula',
    field: { kind: 'text', longest: 200, empty: 'blank', label: 'Pimpinan rapat' },
  },
  minuteTaker: {
    of: 'notula',
    field: { kind: 'text', longest: 200, empty: 'blank', label: 'Notulis' },
  },
  conclusion: {
    of: 'laporan-perjalanan',
    field: longText('Kesimpulan', 'Satu baris satu butir.'),
  },
  suggestions: {
    of: 'laporan-perjalanan',
    field: longText('Saran', 'Satu baris satu butir.'),
  },
  agreed: {
    of: 'berita-acara',
    field: longText(
      'Hal yang disepakati',
      'Satu baris satu butir. Bila kosong, keputusan dari ringkasan kunjungan.',
    ),
  },
  contribution: {
    of: 'piagam',
    field: {
      kind: 'text',
      longest: 200,
      empty: 'blank',
      label: 'Diberikan sebagai',
      hint: 'Bila kosong: peserta.',
    },
  },
  authority: {
    of: 'spd',
    field: { kind: 'text', longest: 200, empty: 'blank', label: 'Pejabat Pembuat Komitmen (PPK)' },
  },
  authorityNip: {
    of: 'spd',
    field: {
      kind: 'text',
      longest: 30,
      empty: 'blank',
      label: 'NIP PPK',
      hint: '18 angka. Disamarkan di layar, utuh pada naskah.',
    },
  },
  costLevel: {
    of: 'spd',
    field: {
      kind: 'text',
      longest: 20,
      empty: 'blank',
      label: 'Tingkat biaya perjalanan dinas',
      hint: 'Misalnya C.',
    },
  },
  transport: {
    of: 'spd',
    field: {
      kind: 'text',
      longest: 100,
      empty: 'blank',
      label: 'Alat angkutan',
      hint: 'Misalnya kendaraan dinas.',
    },
  },
  departsFrom: {
    of: 'spd',
    field: {
      kind: 'text',
      longest: 100,
      empty: 'blank',
      label: 'Tempat berangkat',
      hint: 'Bila kosong, tempat penandatanganan kantor.',
    },
  },
  departsOn: {
    of: 'spd',
    field: {
      kind: 'date',
      empty: 'null',
      label: 'Tanggal berangkat',
      hint: 'Bila kosong, hari pertama kunjungan.',
    },
  },
  returnsOn: {
    of: 'spd',
    field: {
      kind: 'date',
      empty: 'null',
      label: 'Tanggal harus kembali',
      hint: 'Bila kosong, hari terakhir kunjungan.',
    },
  },
  budgetOffice: {
    of: 'spd',
    field: {
      kind: 'text',
      longest: 200,
      empty: 'blank',
      label: 'Instansi pembebanan anggaran',
      hint: 'Bila kosong, kantor ini.',
    },
  },
  budgetAccount: {
    of: 'spd',
    field: { kind: 'text', longest: 100, empty: 'blank', label: 'Akun', hint: 'Misalnya 524111.' },
  },
  remarks: {
    of: 'spd',
    field: { kind: 'text', longest: 300, empty: 'blank', label: 'Keterangan lain-lain' },
  },
} as const satisfies Readonly<Record<string, { of: LetterKind; field: FieldDescription }>>;

function longText<Label extends string>(label: Label, hint: string) {
  return { kind: 'long-text', format: 'plain', longest: 4000, rows: 4, empty: 'blank', label, hint } as const;
}

type Described = typeof described;
type DetailFields = { readonly [Name in keyof Described]: Described[Name]['field'] };

/** The same as one table of fields. */
export const detailFields = Object.fromEntries(
  Object.entries(described).map(([name, { field }]) => [name, field]),
) as DetailFields;

export type LetterDetails = ValuesOf<DetailFields>;
export type GivenDetails = GivenOf<DetailFields>;

const names = Object.keys(described) as (keyof Described)[];

/** The names of what a kind of letter says, in their order; none of most. */
export const detailNamesOf = (kind: LetterKind): (keyof Described)[] =>
  names.filter((name) => described[name].of === kind);

/** The same as a table of fields. */
export const detailFieldsOf = (kind: LetterKind): FieldTable =>
  Object.fromEntries(detailNamesOf(kind).map((name) => [name, detailFields[name]]));

/** What is given of what a kind of letter says. */
export const detailsFor = (kind: LetterKind, given: GivenDetails): GivenDetails =>
  Object.fromEntries(detailNamesOf(kind).map((name) => [name, given[name]]));

/** Where nothing was said. */
export const blankDetails: LetterDetails = blankOf(detailFields);

/** What was stored of a letter; what it does not say is blank. */
export const asDetails = (stored: Partial<LetterDetails>): LetterDetails => ({ ...blankDetails, ...stored });

/** What is said otherwise than blank, as it is stored. */
export const storedDetails = (details: LetterDetails): Partial<LetterDetails> =>
  Object.fromEntries(
    Object.entries(details).filter(([name, value]) => value !== blankDetails[name as keyof LetterDetails]),
  );

/** Names of given fields that a kind of letter does not say. */
export const foreignDetails = (kind: LetterKind, given: GivenDetails): string[] =>
  names.filter((name) => given[name] !== undefined && described[name].of !== kind);

/** What is given of a letter that stands: a NIP without blanks, and one that came back masked as it was shown stays. */
export function readDetails(standing: LetterDetails, { authorityNip, ...given }: GivenDetails): GivenDetails {
  const isKept = authorityNip === undefined || authorityNip === maskNip(standing.authorityNip);
  return isKept ? given : { ...given, authorityNip: bareNip(authorityNip) };
}

/** Whether a NIP was given that is none. */
export const isNipUnsound = ({ authorityNip = '' }: GivenDetails): boolean =>
  authorityNip !== '' && !isNip(authorityNip);
