/** What stands after a path's `?info=`, and what it tells. */
const notices = {
  tersimpan: 'Perubahan tersimpan.',
  dihapus: 'Hari libur dihapus. UPT dapat menerima kunjungan lagi pada hari itu, sesuai jam penerimaannya.',
  dikembalikan: 'Hari libur dikembalikan.',
  berakhir: 'Program tidak ditawarkan lagi. Kunjungan dan catatan yang memakainya tidak berubah.',
  dipakai: 'Program ditawarkan lagi.',
  digabung: 'Kedua mitra sudah digabungkan; kedua namanya tetap dapat dicari.',
} as const;

/** The notice of an address, if it is one of ours. */
export const administrationNoticeOf = (info: unknown): string | undefined =>
  Object.entries(notices).find(([name]) => name === info)?.[1];
