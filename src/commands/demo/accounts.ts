import type { INestApplicationContext } from '@nestjs/common';
import { CreatePerson } from '../../people/index.js';
import type { Actor, Role } from '../../platform/security/actor.js';
import { UnitFacts } from '../../units/index.js';

/** The password of every example account. */
export const PASSWORD = 'sambang-contoh';

/** Units whose people have example accounts: three in WIB, one in WITA, one in WIT. */
export const unitsWithAccounts = [
  'bapas-purwokerto',
  'rutan-banjarnegara',
  'rutan-purbalingga',
  'lapas-kerobokan',
  'lapas-abepura',
] as const;

export type ExampleUnit = (typeof unitsWithAccounts)[number];

const REGIONAL_OFFICE = 'jawa-tengah';

/** Units of the same region, and some neighbours, whose people fill the year around today; all in WIB. */
export const unitsAround = [
  ...['bapas-klaten', 'bapas-magelang', 'bapas-nusakambangan', 'bapas-pati', 'bapas-pekalongan'],
  ...['bapas-semarang', 'bapas-surakarta', 'lapas-ambarawa', 'lapas-batang', 'lapas-brebes', 'lapas-cilacap'],
  ...['lapas-kendal', 'lapas-klaten', 'lapas-magelang', 'lapas-pati', 'lapas-pekalongan', 'lapas-purwodadi'],
  ...['lapas-perempuan-semarang', 'lapas-purwokerto', 'lapas-semarang', 'lapas-slawi', 'lapas-sragen'],
  ...[
    'lapas-tegal',
    'lapas-terbuka-kendal',
    'lapas-wonogiri',
    'lpka-kutoarjo',
    'rutan-banyumas',
    'rutan-blora',
  ],
  ...['rutan-boyolali', 'rutan-demak', 'rutan-jepara', 'rutan-kebumen', 'rutan-kudus', 'rutan-pemalang'],
  ...['rutan-purworejo', 'rutan-rembang', 'rutan-salatiga', 'rutan-surakarta', 'rutan-temanggung'],
  ...['rutan-wonosobo', 'bapas-garut', 'lapas-cirebon', 'lapas-tasikmalaya'],
] as const;

const names: Readonly<Record<ExampleUnit, readonly [officer: string, head: string, minuteTaker: string]>> = {
  'bapas-purwokerto': ['Ratna Wulandari', 'Bambang Sudarsono', 'Wahyu Hidayat'],
  'rutan-banjarnegara': ['Dwi Prasetyo', 'Endang Kusumawati', 'Fitri Lestari'],
  'rutan-purbalingga': ['Siti Nurhayati', 'Agus Widodo', 'Joko Purnomo'],
  'lapas-kerobokan': ['Ni Luh Ayu Pratiwi', 'I Made Suardana', 'I Wayan Adnyana'],
  'lapas-abepura': ['Yohana Wenda', 'Markus Rumbiak', 'Elisabet Kogoya'],
};

const given =
  'Adi Ayu Budi Citra Dewi Eko Farida Galih Hana Indra Kartika Lukman Maya Nanda Putri Rizky Sri Teguh';
const family =
  'Nugroho Santoso Wijaya Rahmawati Saputra Utami Hartono Kurniawan Lestari Mulyani Pranoto Susanti Yulianto';
const [givenNames, familyNames] = [given.split(' '), family.split(' ')];

/** The name of the person of a unit: as the story has it, else put together from common ones, always the same. */
function nameOf(unit: string, place: 0 | 1 | 2): string {
  if (isInStory(unit)) return names[unit][place];
  const number = unitsAround.findIndex((code) => code === unit) * 3 + place;
  return `${givenNames[number % givenNames.length]} ${familyNames[number % familyNames.length]}`;
}

const isInStory = (unit: string): unit is ExampleUnit => unit in names;

export const officerNameOf = (unit: string): string => nameOf(unit, 0);
export const minuteTakerNameOf = (unit: string): string => nameOf(unit, 2);
export const officerOf = (unit: string): string => `petugas.${unit}@contoh.test`;
export const headOf = (unit: string): string => `kepala.${unit}@contoh.test`;
export const REGIONAL = `kanwil.${REGIONAL_OFFICE}@contoh.test`;
export const ADMINISTRATOR = 'admin@contoh.test';

interface Account {
  name: string;
  email: string;
  role: Role;
  unit?: string;
  regionalOffice?: string;
}

/** Every so many units of those around have no head's account yet: the Kanwil is led to invite them. */
const HEADLESS = 6;

/** Somebody who leaves in the course of the story. */
export const LEAVING = { name: 'Slamet Riyadi', email: 'slamet.riyadi@contoh.test' };

const accounts: readonly Account[] = [
  ...[...unitsWithAccounts, ...unitsAround].flatMap((unit, index): Account[] => [
    { name: nameOf(unit, 0), email: officerOf(unit), role: 'officer', unit },
    ...(isInStory(unit) || index % HEADLESS > 0
      ? [{ name: nameOf(unit, 1), email: headOf(unit), role: 'unit-head', unit } as const]
      : []),
  ]),
  { ...LEAVING, role: 'officer', unit: 'bapas-purwokerto' },
  { name: 'Kanwil Jawa Tengah', email: REGIONAL, role: 'regional', regionalOffice: REGIONAL_OFFICE },
];

/** Makes the example accounts but the administrator's, and returns who they are by mail address. */
export async function createAccounts(app: INestApplicationContext): Promise<ReadonlyMap<string, Actor>> {
  const actors = new Map<string, Actor>();
  for (const account of accounts) {
    const personId = await app.get(CreatePerson).execute({ ...account, password: PASSWORD });
    const unit = account.unit ? await app.get(UnitFacts).byCode(account.unit) : null;
    const { name, email, role } = account;
    const regionalOffice = account.regionalOffice ?? unit?.regionalOffice ?? null;
    const placeName = unit?.name ?? null;
    const timeZone = unit?.timeZone ?? 'Asia/Jakarta';
    actors.set(email, {
      ...{ personId, name, email, role, unit: unit?.code ?? null, regionalOffice },
      ...{ placeName, timeZone },
    });
  }
  return actors;
}

/** The administrator's account is made last: that it is there says that the demonstration has been played. */
export async function createAdministrator(app: INestApplicationContext): Promise<void> {
  await app
    .get(CreatePerson)
    .execute({ name: 'Administrator', email: ADMINISTRATOR, role: 'administrator', password: PASSWORD });
}
