import { normaliseEmail } from '../../platform/text/emails.js';
import { bareNip, isNip } from '../../platform/text/nip.js';
import { normalisePhone } from '../../platform/text/phones.js';
import { rankOf } from '../../platform/text/ranks.js';
import type { Role } from '../../platform/security/actor.js';
import { posts } from '../../platform/security/capabilities.js';
import { unknownUnitWords, type FoundUnit, type NamedUnit } from '../../units/domain/index.js';
import type { FileRow } from './import-tables.js';
import { faultOf, short, type JudgedRow } from './judged-row.js';

/** Somebody to be invited. */
export interface PersonContent {
  name: string;
  email: string;
  role: Role;
  unit: string | null;
  regionalOffice: string | null;
  nip: string | null;
  rank: string | null;
  position: string | null;
  phone: string | null;
}

export type FoundPlace = NamedUnit & { regionalOffice: string | null; active: boolean };

export interface PeopleKnown {
  findUnit: (typed: string) => FoundUnit<FoundPlace>;
  findOffice: (typed: string) => FoundUnit<NamedUnit>;
  /** Addresses that have an account. */
  accounts: ReadonlySet<string>;
  mayManage: (post: { role: Role; unit: string | null; regionalOffice: string | null }) => boolean;
}

const LONGEST = 200;

const roleWords: Readonly<Record<string, Role>> = {
  petugas: 'officer',
  staf: 'officer',
  kepala: 'unit-head',
  'kepala upt': 'unit-head',
  kanwil: 'regional',
  'petugas kanwil': 'regional',
};

/** Whether somebody can be invited as the row says. */
export function judgePerson({ cells }: FileRow, known: PeopleKnown): JudgedRow<PersonContent> {
  const faults: string[] = [];
  const text = (key: string, title: string): string => {
    const value = (cells[key] ?? '').replace(/\s+/g, ' ');
    if (value.length > LONGEST) faults.push(faultOf(title, `paling panjang ${LONGEST} huruf.`));
    return value;
  };
  const name = text('nama', 'Nama');
  if (name === '') faults.push(faultOf('Nama', 'wajib diisi.'));
  const role = roleWords[text('peran', 'Peran').toLowerCase()];
  if (!role) faults.push(faultOf('Peran', 'tulis petugas, kepala, atau kanwil.'));
  const place = role ? placeOf(text('upt', 'UPT'), role, known, faults) : null;
  const contact = contactOf(cells, known, faults);
  const [rank, position] = [text('pangkat', 'Pangkat'), text('jabatan', 'Jabatan')];
  if (faults.length > 0 || !role || !place || contact.email === null)
    return { faults, says: '', content: null };
  const { unit, regionalOffice, placeName } = place;
  const person = { name, role, unit, regionalOffice, rank: rankOf(rank) || null, position: position || null };
  return {
    faults,
    says: `Mengundang ${name} sebagai ${cells['peran']?.toLowerCase() ?? ''} di ${placeName}.`,
    content: { ...person, ...contact, email: contact.email },
  };
}

type Contact = Pick<PersonContent, 'nip' | 'phone'> & { email: string | null };

function contactOf(cells: FileRow['cells'], { accounts }: PeopleKnown, faults: string[]): Contact {
  const typed = cells['surel'] ?? '';
  const email = normaliseEmail(typed);
  if (typed === '') faults.push(faultOf('Surel', 'wajib diisi.'));
  else if (email === null) faults.push(faultOf('Surel', `“${short(typed)}” bukan alamat surel.`));
  else if (accounts.has(email)) faults.push(faultOf('Surel', `${short(email)} sudah punya akun.`));
  const phoneTyped = cells['telepon'] ?? '';
  // A program of tables that took the number for a number lost the zero before it.
  const phone =
    phoneTyped === '' ? null : normalisePhone(/^8\d{8,}$/.test(phoneTyped) ? `0${phoneTyped}` : phoneTyped);
  if (phoneTyped !== '' && phone === null)
    faults.push(faultOf('Telepon', `“${short(phoneTyped)}” bukan nomor telepon.`));
  const nip = bareNip(cells['nip'] ?? '');
  if (nip.startsWith('≈')) {
    faults.push(
      faultOf('NIP', 'tersimpan sebagai angka sehingga digitnya hilang; ubah kolomnya menjadi teks.'),
    );
  } else if (nip !== '' && !isNip(nip)) faults.push(faultOf('NIP', 'harus 18 angka.'));
  return { email, phone, nip: nip || null };
}

function placeOf(
  typed: string,
  role: Role,
  { findUnit, findOffice, mayManage }: PeopleKnown,
  faults: string[],
): { unit: string | null; regionalOffice: string | null; placeName: string } | null {
  if (typed === '') {
    faults.push(faultOf('UPT', 'wajib diisi.'));
    return null;
  }
  const isOffice = posts[role].workplace === 'regional-office';
  const found = isOffice ? findOffice(typed) : findUnit(typed);
  if (found.unit === null) {
    faults.push(
      isOffice
        ? faultOf('UPT', `Kanwil “${short(typed)}” tidak ada dalam daftar.`)
        : unknownUnitWords(typed, found.meant),
    );
    return null;
  }
  const { code, name } = found.unit;
  if (!isOffice && !(found.unit as FoundPlace).active) {
    faults.push(faultOf('UPT', `${name} sudah ditutup.`));
    return null;
  }
  const above = isOffice ? code : (found.unit as FoundPlace).regionalOffice;
  if (!mayManage({ role, unit: isOffice ? null : code, regionalOffice: above })) {
    faults.push(`Anda tidak dapat mengundang orang dengan peran itu di ${name}.`);
    return null;
  }
  return { unit: isOffice ? null : code, regionalOffice: isOffice ? code : null, placeName: name };
}
