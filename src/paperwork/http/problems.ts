import { overtaken, type Problems } from '../../platform/errors/problem-catalog.js';
import type { PaperErrorCode } from '../domain/error-codes.js';
import { COPY_WORDS } from '../domain/signed-copy.js';
import { MOST_SIGNERS } from '../domain/signers.js';
import { MOST_TEMPLATE_VERSIONS } from '../domain/template-limits.js';

/** How each error of papers is shown. */
export const paperProblems: Problems<PaperErrorCode> = {
  'office-papers-changed': overtaken('Setelan surat kantor ini', ['current']),
  'number-pattern-unsound': {
    status: 422,
    title: 'Pola nomor belum benar',
    detail: 'Mohon perbaiki pola nomor surat, lalu simpan kembali.',
  },
  'emblem-unreadable': {
    status: 422,
    title: 'Gambar tidak terbaca',
    detail: 'Lambang harus berupa gambar JPEG, PNG, atau WebP.',
  },
  'signer-changed': overtaken('Penanda tangan ini', ['current']),
  'signer-unsound': {
    status: 422,
    title: 'Tanggal belum benar',
    detail: 'Mohon perbaiki isian yang ditandai, lalu simpan kembali.',
  },
  'signers-overlap': {
    status: 409,
    title: 'Tanggal bertumpuk',
    detail:
      'Pada tanggal itu sudah ada pejabat tetap, Plt., atau Plh. lain. Mohon isi tanggal akhir yang lama, atau ubah tanggalnya.',
  },
  'letter-changed': overtaken('Surat ini', ['current']),
  'letter-sent': {
    status: 409,
    title: 'Surat sudah terkirim',
    detail:
      'Isi surat yang sudah ditandai terkirim tidak dapat diubah atau dihapus; berkasnya masih dapat dilampirkan.',
  },
  'letter-number-kept': {
    status: 409,
    title: 'Nomor sudah diambil',
    detail:
      'Nomor urut surat ini tidak dapat diganti, dan surat hanya dapat dihapus selama nomornya yang terakhir, agar tidak ada nomor yang terlewat.',
  },
  'number-pattern-missing': {
    status: 422,
    title: 'Pola nomor belum ada',
    detail:
      'Kantor Anda belum mengisi pola nomor surat. Ketik nomornya, atau isi polanya pada setelan surat kantor.',
  },
  'nobody-attended': {
    status: 409,
    title: 'Belum ada yang tercatat hadir',
    detail: 'Piagam diterbitkan untuk yang hadir. Mohon catat kehadiran kunjungan ini lebih dahulu.',
  },
  'copy-missing': {
    status: 422,
    title: 'Salinan belum dipilih',
    detail: `Mohon pilih salinannya. ${COPY_WORDS}.`,
  },
  'copy-unknown': {
    status: 415,
    title: 'Jenis salinan tidak didukung',
    detail: `Isi berkas ini bukan yang dapat disimpan. ${COPY_WORDS}. Foto HEIC dari iPhone mohon diubah dahulu menjadi JPEG.`,
  },
  'copy-mixed': {
    status: 422,
    title: 'Berkas tercampur',
    detail: `Dokumen tidak dapat digabung dengan berkas lain. ${COPY_WORDS}.`,
  },
  'copy-too-large': {
    status: 413,
    title: 'Salinan terlalu besar',
    detail: `${COPY_WORDS}; semua foto bersama-sama paling besar 100 MB.`,
  },
  'copy-photo-unreadable': {
    status: 422,
    title: 'Foto tidak terbaca',
    detail: ({ page }) =>
      `Foto ke-${String(page)} rusak atau bukan gambar yang utuh. Mohon ambil atau pilih kembali.`,
    expose: ['page'],
  },
  'copy-kept': {
    status: 409,
    title: 'Salinan sudah diunggah',
    detail:
      'Surat ini sudah memiliki salinan bertanda tangan yang diunggah. Hapus dahulu untuk memilih berkas kunjungan.',
  },
  'signers-full': {
    status: 409,
    title: 'Terlalu banyak penanda tangan',
    detail: `Paling banyak ${MOST_SIGNERS} penanda tangan dapat disimpan. Mohon hapus yang sudah lama.`,
  },
  'template-unreadable': {
    status: 422,
    title: 'Templat tidak terbaca',
    detail:
      'Templat harus berupa dokumen Word (.docx) yang utuh, tanpa sandi, paling besar 5 MB. Berkas .doc, .dotx, atau .docm mohon disimpan ulang sebagai .docx.',
  },
  'template-foreign': {
    status: 422,
    title: 'Templat memuat hal yang tidak aman',
    detail: ({ why, what }) =>
      `${foreignWords[String(why)] ?? 'Berkas ini tidak aman'} (${String(what).slice(0, 100)}). Mohon hapus dari dokumennya, simpan sebagai .docx, lalu unggah kembali. Gambar disisipkan langsung, bukan ditautkan.`,
  },
  'template-unsound': {
    status: 422,
    title: 'Templat belum benar',
    detail: 'Isian pada tempat-tempat berikut belum benar. Mohon perbaiki dokumennya, lalu unggah kembali.',
  },
  'templates-full': {
    status: 409,
    title: 'Terlalu banyak versi',
    detail: `Paling banyak ${MOST_TEMPLATE_VERSIONS} versi dapat disimpan untuk satu jenis naskah.`,
  },
};

const foreignWords: Readonly<Record<string, string>> = {
  macros: 'Berkas ini berisi makro',
  embedded: 'Berkas ini memuat berkas lain',
  outside: 'Berkas ini mengambil isi dari luar, misalnya gambar atau templat tertaut',
};

/** Constraints of the schema and the errors that breaking them means. */
export const paperConstraints = {
  signer_no_overlap_excl: 'signers-overlap',
  signer_order_check: 'signer-unsound',
} as const satisfies Record<string, PaperErrorCode>;
