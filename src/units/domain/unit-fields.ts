import {
  fieldsNamed,
  namesOf,
  type FieldDescription,
  type GivenOf,
  type NamesWith,
  type ValuesOf,
} from '../../platform/text/field-description.js';

/** The part of a unit that a field is of: what it is, or how it is reached; who changes which, `changeableParts` says. */
type UnitFieldDescription = FieldDescription & { part: 'identity' | 'contact' };

/** What a unit says of itself, field by field, in the order of its form. */
export const unitFields = {
  name: {
    part: 'identity',
    kind: 'text',
    longest: 200,
    empty: 'refused',
    label: 'Nama resmi',
    hint: 'Nama lama tetap dapat dicari.',
  },
  place: {
    part: 'identity',
    kind: 'text',
    longest: 100,
    empty: 'refused',
    label: 'Kota atau kabupaten',
    shortLabel: 'Tempat',
  },
  aliases: {
    part: 'identity',
    kind: 'words',
    longest: 200,
    most: 20,
    rows: 2,
    isDistinct: true,
    empty: 'blank',
    label: 'Sebutan lain',
    shortLabel: 'Nama lain',
    hint: 'Satu baris satu sebutan.',
  },
  email: { part: 'contact', kind: 'mail-address', empty: 'null', label: 'Surel' },
  phone: { part: 'contact', kind: 'phone', empty: 'null', label: 'Telepon' },
  webPage: {
    part: 'contact',
    kind: 'web-page',
    empty: 'null',
    label: 'Laman',
    hint: 'Contoh: rutanbanjarnegara.kemenimipas.go.id',
  },
  address: {
    part: 'contact',
    kind: 'text',
    longest: 300,
    empty: 'null',
    label: 'Alamat jalan',
    shortLabel: 'Alamat',
    hint: 'Tertulis dalam kalender tamu.',
  },
  postcode: { part: 'contact', kind: 'postcode', empty: 'null', label: 'Kode pos' },
  latitude: {
    part: 'contact',
    kind: 'latitude',
    empty: 'null',
    label: 'Lintang',
    hint: 'Contoh: -7,397',
    meaning: 'Degrees, WGS 84; both or neither. A change of it has to be confirmed anew.',
  },
  longitude: {
    part: 'contact',
    kind: 'longitude',
    empty: 'null',
    label: 'Bujur',
    hint: 'Contoh: 109,697',
  },
} as const satisfies Record<string, UnitFieldDescription>;

type UnitFields = typeof unitFields;
export type UnitField = keyof UnitFields;
export type UnitValues = ValuesOf<UnitFields>;

type NamesIn<Part extends UnitFieldDescription['part']> = NamesWith<UnitFields, { part: Part }>;
const fieldsIn = <Part extends UnitFieldDescription['part']>(part: Part): Pick<UnitFields, NamesIn<Part>> =>
  fieldsNamed(
    unitFields,
    namesOf(unitFields).filter((name): name is NamesIn<Part> => unitFields[name].part === part),
  );

export const identityFields = fieldsIn('identity');
export const unitContactFields = fieldsIn('contact');
export type GivenIdentity = GivenOf<typeof identityFields>;
export type GivenContact = GivenOf<typeof unitContactFields>;

const count = { kind: 'whole', boundsBy: 'rule', empty: 'refused' } as const;
const rule = { kind: 'long-text', format: 'plain', longest: 1000, rows: 2, empty: 'blank' } as const;

/** For whom a unit receives guests, field by field; its hours and closed days are lists of their own. */
export const hostingFields = {
  open: { kind: 'yes-no', empty: 'refused', label: 'UPT ini menerima kunjungan' },
  capacity: {
    ...count,
    least: 1,
    most: 20,
    label: 'Kunjungan pada waktu yang sama',
    hint: 'Berapa rombongan dapat diterima bersamaan.',
  },
  onlineTakesPlace: {
    kind: 'yes-no',
    empty: 'refused',
    label: 'Kunjungan daring juga memakai satu tempat',
    hint: 'Bila ruang atau petugasnya sama dengan kunjungan tatap muka.',
    meaning: 'Whether a visit that is wholly online counts among the visits at one time.',
  },
  largestParty: {
    ...count,
    least: 1,
    most: 1000,
    empty: 'null',
    label: 'Rombongan terbesar (orang)',
    hint: 'Kosong: tidak dibatasi.',
    meaning: 'Guests in one party; null for no limit.',
  },
  shortestNoticeDays: {
    ...count,
    least: 0,
    most: 365,
    label: 'Diajukan paling lambat (hari sebelumnya)',
  },
  longestNoticeDays: { ...count, least: 0, most: 730, label: 'Diajukan paling awal (hari sebelumnya)' },
  lateMinutes: {
    ...count,
    least: 0,
    most: 240,
    label: 'Terlambat setelah (menit)',
    hint: 'Yang mengisi daftar hadir lebih dari sekian menit setelah mulai dicatat terlambat.',
    meaning: 'Minutes after the start from which somebody who arrives is late.',
  },
  takesSignatures: {
    kind: 'yes-no',
    empty: 'refused',
    label: 'Peserta menandatangani daftar hadir di tablet',
    hint: 'Tanda tangan dengan jari di layar petugas, tercetak pada daftar hadir.',
    meaning: 'Whether those who come sign by finger on a screen of the host.',
  },
  identityRule: { ...rule, label: 'Kartu pengenal', shortLabel: 'Tanda pengenal' },
  phoneRule: { ...rule, label: 'Telepon genggam' },
  cameraRule: { ...rule, label: 'Kamera dan foto', shortLabel: 'Kamera' },
} as const satisfies Record<string, FieldDescription>;

export type HostingField = keyof typeof hostingFields;
export type HostingValues = ValuesOf<typeof hostingFields>;

/** What a host asks of its guests in words. */
type HostRule = NamesWith<typeof hostingFields, { kind: 'long-text' }>;
export const hostRules = namesOf(hostingFields).filter(
  (name): name is HostRule => hostingFields[name].kind === 'long-text',
);

type HostingNumber = NamesWith<typeof hostingFields, { kind: 'whole' }>;
export const hostingNumbers = namesOf(hostingFields).filter(
  (name): name is HostingNumber => hostingFields[name].kind === 'whole',
);
