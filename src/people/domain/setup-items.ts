import type { Actor } from '../../platform/security/actor.js';
import { can, reachOf, type Capability } from '../../platform/security/capabilities.js';

/** How much of something there is to be, and how much there is. */
export interface SetupCount {
  total: number;
  done: number;
}

/** What is asked of the database about setting up, for one reader. */
export const setupFacts = [
  'offices-addressed',
  'offices-staffed',
  'units-reachable',
  'mail-works',
  'second-administrator',
  'units-headed',
  'office-addressed',
  'hosting-rules',
  'unit-contact',
  'unit-officers',
] as const;
export type SetupFact = (typeof setupFacts)[number];

interface SetupRow {
  takes: Capability;
  reach: ReturnType<typeof reachOf>;
  title: string;
  /** What is there and what is left, in words. */
  detail: (count: SetupCount) => string;
  href: (actor: Actor) => string;
}

const of =
  (things: string) =>
  ({ done, total }: SetupCount): string =>
    `${done} dari ${total} ${things}; ${total - done} lagi.`;

/** What everybody who starts has to see to, in the order in which it helps. */
const rows: Readonly<Record<SetupFact, SetupRow>> = {
  'mail-works': {
    takes: 'mails.oversee',
    reach: 'nation',
    title: 'Pastikan surel berfungsi',
    detail: of('pemeriksaan surel baik'),
    href: () => '/surat/pemeriksaan',
  },
  'offices-addressed': {
    takes: 'reference.keep',
    reach: 'nation',
    title: 'Isi alamat surel setiap Kanwil',
    detail: of('Kanwil punya alamat surel'),
    href: () => '/pengelolaan/kanwil',
  },
  'offices-staffed': {
    takes: 'people.manage-above',
    reach: 'nation',
    title: 'Undang petugas setiap Kanwil',
    detail: of('Kanwil punya petugas dengan akun'),
    href: () => '/pengelolaan/orang/undang',
  },
  'second-administrator': {
    takes: 'people.manage-above',
    reach: 'nation',
    title: 'Undang administrator kedua',
    detail: () => 'Bila administrator satu-satunya berhalangan, tidak ada yang dapat menolong.',
    href: () => '/pengelolaan/orang/undang',
  },
  'units-headed': {
    takes: 'people.manage-heads',
    reach: 'region',
    title: 'Undang kepala setiap UPT',
    detail: of('UPT di wilayah Anda punya kepala dengan akun'),
    href: () => '/pengelolaan/orang/undang-kepala',
  },
  'office-addressed': {
    takes: 'offices.change',
    reach: 'region',
    title: 'Isi alamat surel Kanwil Anda',
    detail: () => 'Tembusan dan rekap mingguan juga dikirim ke sana bila belum ada petugas lain.',
    href: ({ regionalOffice }) => `/pengelolaan/kanwil/${regionalOffice}`,
  },
  'units-reachable': {
    takes: 'units.change-contact',
    reach: 'nation',
    title: 'Buat setiap UPT dapat dihubungi',
    detail: of('UPT punya akun atau alamat surel'),
    href: () => '/pengelolaan/orang/undang-kepala',
  },
  'hosting-rules': {
    takes: 'units.change-hosting',
    reach: 'unit',
    title: 'Periksa aturan menerima tamu',
    detail: () => 'Jam kunjungan, besar rombongan, dan aturan bagi tamu UPT Anda masih seperti bawaan.',
    href: ({ unit }) => `/upt/${unit}/ubah`,
  },
  'unit-contact': {
    takes: 'units.change-contact',
    reach: 'unit',
    title: 'Lengkapi alamat dan kontak kantor',
    detail: of('isian (surel, telepon, alamat) terisi'),
    href: ({ unit }) => `/upt/${unit}/ubah`,
  },
  'unit-officers': {
    takes: 'people.manage',
    reach: 'unit',
    title: 'Undang petugas UPT Anda',
    detail: () => 'Petugas mengatur kunjungan sehari-hari; Anda cukup menyetujui dan mengikuti.',
    href: () => '/pengelolaan/orang/undang',
  },
};

/** Something that is left to be set up. */
export interface SetupItem extends SetupCount {
  item: SetupFact;
  left: number;
  title: string;
  detail: string;
  /** Path of the page where it is done. */
  href: string;
}

/** The facts that a reader is to see to. */
export const factsFor = (actor: Actor): SetupFact[] =>
  (Object.keys(rows) as SetupFact[]).filter(
    (fact) => rows[fact].reach === reachOf(actor) && can(actor, rows[fact].takes),
  );

/** What is left for a reader, but for what was put away; what is done is gone by itself. */
export function setupItems(
  actor: Actor,
  counts: Readonly<Partial<Record<SetupFact, SetupCount>>>,
  dismissed: ReadonlySet<string>,
): SetupItem[] {
  return factsFor(actor).flatMap((item) => {
    const count = counts[item];
    if (!count || count.done >= count.total || dismissed.has(item)) return [];
    const { title, detail, href } = rows[item];
    const left = count.total - count.done;
    return [{ item, ...count, left, title, detail: detail(count), href: href(actor) }];
  });
}
