/** Papers of a visit, by their codes in the reference data. */
export const letterKinds = [
  ...(['surat-permohonan', 'surat-balasan', 'surat-tugas', 'spd', 'undangan', 'susunan-acara'] as const),
  ...([
    'daftar-hadir',
    'notula',
    'laporan-perjalanan',
    'berita-acara',
    'surat-keterangan',
    'piagam',
  ] as const),
  'lain',
] as const;
export type LetterKind = (typeof letterKinds)[number];

export const letterKindWords: Readonly<Record<LetterKind, string>> = {
  'surat-permohonan': 'Surat permohonan',
  'surat-balasan': 'Surat balasan',
  'surat-tugas': 'Surat tugas',
  spd: 'Surat perjalanan dinas (SPD)',
  undangan: 'Undangan',
  'susunan-acara': 'Susunan acara',
  'daftar-hadir': 'Daftar hadir',
  notula: 'Notula',
  'laporan-perjalanan': 'Laporan kegiatan',
  'berita-acara': 'Berita acara',
  'surat-keterangan': 'Surat keterangan',
  piagam: 'Piagam',
  lain: 'Surat lain',
};

/** Whether the office sends it, or got it from outside. */
export const letterDirections = ['out', 'in'] as const;
export type LetterDirection = (typeof letterDirections)[number];

export const letterDirectionWords: Readonly<Record<LetterDirection, string>> = {
  out: 'Surat keluar',
  in: 'Surat masuk',
};

/** The letters that a visit itself names by number and date. */
export const letterSlots = ['request', 'reply', 'assignment'] as const;
export type LetterSlot = (typeof letterSlots)[number];

const slots: Partial<Record<LetterKind, { slot: LetterSlot; by: 'guest' | 'host' }>> = {
  'surat-permohonan': { slot: 'request', by: 'guest' },
  'surat-balasan': { slot: 'reply', by: 'host' },
  'surat-tugas': { slot: 'assignment', by: 'guest' },
};

/** Which of the letters that a visit names one is; null for any other. */
export function slotOf(
  { kind, direction, organisation }: { kind: LetterKind; direction: LetterDirection; organisation: string },
  visit: { guestUnit: string; hostUnit: string },
): LetterSlot | null {
  const known = slots[kind];
  if (!known || direction !== 'out') return null;
  return organisation === (known.by === 'guest' ? visit.guestUnit : visit.hostUnit) ? known.slot : null;
}
