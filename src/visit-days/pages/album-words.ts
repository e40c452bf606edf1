import type { CaptionRemark } from '../domain/album.js';
import type { ShownPhoto } from '../use-cases/read-album.js';

/** What is said to whoever writes a caption. */
export const remarkWords: Readonly<Record<CaptionRemark, string>> = {
  empty: 'Belum ada keterangan.',
  nip: 'Ada NIP: tidak ikut ke luar. Mohon hapus dari keterangan.',
  contact: 'Ada nomor telepon atau alamat surel: tidak ikut ke luar. Mohon hapus dari keterangan.',
  long: 'Lebih dari 300 huruf: mohon persingkat.',
};

/** Where a photo stands with its clearance, and what is missing. */
export function clearanceWords(
  { awaits, authorUnitName, headName }: ShownPhoto,
  hostUnitName: string,
): string {
  if (awaits === 'author') {
    return `Belum boleh keluar: ${authorUnitName} belum menyatakannya bebas wajah dan nama warga binaan.`;
  }
  if (awaits === 'head') return `Belum boleh keluar: menunggu izin kepala ${hostUnitName}.`;
  const head = headName === null ? '' : `, diizinkan ${headName}`;
  return `Boleh keluar: dinyatakan bebas wajah dan nama warga binaan oleh ${authorUnitName}${head}.`;
}

/** What went well, by what the address says. */
export const albumNotices: Readonly<Record<string, string>> = {
  simpan: 'Album tersimpan.',
  unggah: 'Foto tersimpan di album.',
  izin: 'Foto dinyatakan bebas wajah dan nama warga binaan.',
  hapus: 'Foto dihapus.',
  samar: 'Bagian foto itu disamarkan untuk selamanya. Foto perlu dinyatakan bebas kembali sebelum keluar.',
  praktik: 'Foto ditambahkan ke gambar praktik baik, beserta keterangannya.',
};
