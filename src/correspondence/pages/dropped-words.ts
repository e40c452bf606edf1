/** What stands in place of a mail's content that was dropped; @param months after which it was, 0 when that is not known */
export const droppedWords = (months: number): string =>
  months > 0 ? `Isi surat ini sudah dihapus setelah ${months} bulan.` : 'Isi surat ini sudah dihapus.';
