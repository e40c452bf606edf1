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

const names: Readonly<Record<ExampleUnit, readonly [officer: string, head: string, minuteTaker: string]>> = {
  'bapas-purwokerto': ['Ratna Wulandari', 'Bambang Sudarsono', 'Wahyu Hidayat'],
  'rutan-banjarnegara': ['Dwi Prasetyo', 'Endang Kusumawati', 'Fitri Lestari'],
  'rutan-purbalingga': ['Siti Nurhayati', 'Agus Widodo', 'Joko Purnomo'],
  'lapas-kerobokan': ['Ni Luh Ayu Pratiwi', 'I Made Suardana', 'I Wayan Adnyana'],
  'lapas-abepura': ['Yohana Wenda', 'Markus Rumbiak', 'Elisabet Kogoya'],
};

export const officerNameOf = (unit: ExampleUnit): string => names[unit][0];
export const minuteTakerNameOf = (unit: ExampleUnit): string => names[unit][2];
export const officerOf = (unit: ExampleUnit): string => `petugas.${unit}@contoh.test`;
export const headOf = (unit: ExampleUnit): string => `kepala.${unit}@contoh.test`;
export const REGIONAL = `kanwil.${REGIONAL_OFFICE}@contoh.test`;
export const ADMINISTRATOR = 'admin@contoh.test';

interface Account {
  name: string;
  email: string;
  role: Role;
  unit?: string;
  regionalOffice?: string;
}

const accounts: readonly Account[] = [
  ...unitsWithAccounts.flatMap((unit): Account[] => [
    { name: names[unit][0], email: officerOf(unit), role: 'officer', unit },
    { name: names[unit][1], email: headOf(unit), role: 'unit-head', unit },
  ]),
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
