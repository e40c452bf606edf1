import type { Problems } from '../errors/problem-catalog.js';

export type HttpErrorCode =
  | 'validation-failed'
  | 'malformed-request'
  | 'body-too-large'
  | 'unsupported-media-type'
  | 'bad-cursor'
  | 'not-found'
  | 'sign-in-required'
  | 'not-allowed'
  | 'foreign-origin'
  | 'too-many-requests'
  | 'reference-unknown'
  | 'conflict'
  | 'version-required'
  | 'form-of-another'
  | 'form-being-sent'
  | 'database-busy'
  | 'database-away'
  | 'not-ready'
  | 'unexpected';

/** What can be wrong with any request, whatever the feature. */
export const httpProblems: Problems<HttpErrorCode> = {
  'validation-failed': {
    status: 422,
    title: 'Isian belum benar',
    detail: 'Beberapa isian perlu diperbaiki. Lihat keterangan pada tiap isian, lalu kirim kembali.',
  },
  'malformed-request': {
    status: 400,
    title: 'Permintaan tidak terbaca',
    detail: 'Isi permintaan bukan JSON atau formulir yang utuh. Periksa penulisannya, lalu kirim kembali.',
  },
  'body-too-large': {
    status: 413,
    title: 'Kiriman terlalu besar',
    detail: 'Ukuran kiriman melebihi batas. Perkecil isi atau berkasnya, lalu kirim kembali.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'Jenis isi tidak didukung',
    detail: 'Kirim isi sebagai application/json.',
  },
  'bad-cursor': {
    status: 400,
    title: 'Penanda halaman tidak berlaku',
    detail: 'Penanda halaman (cursor) tidak dikenali. Mulailah lagi dari halaman pertama.',
  },
  'not-found': {
    status: 404,
    title: 'Tidak ditemukan',
    detail: 'Yang Anda cari tidak ada, atau Anda tidak berhak melihatnya. Periksa kembali alamatnya.',
  },
  'sign-in-required': {
    status: 401,
    title: 'Perlu masuk',
    detail: 'Silakan masuk terlebih dahulu, lalu ulangi.',
  },
  'not-allowed': {
    status: 403,
    title: 'Tidak berwenang',
    detail: 'Akun Anda tidak berwenang melakukan ini. Hubungi kepala UPT atau administrator bila perlu.',
  },
  'foreign-origin': {
    status: 403,
    title: 'Asal permintaan tidak dikenal',
    detail:
      'Permintaan datang dari situs lain, sehingga ditolak. Buka halaman Sambang, lalu ulangi dari sana.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Terlalu sering',
    detail: 'Terlalu banyak permintaan dalam waktu singkat. Tunggu sebentar, lalu coba lagi.',
  },
  'reference-unknown': {
    status: 422,
    title: 'Kode tidak dikenal',
    detail: 'Salah satu kode yang dirujuk tidak ada. Periksa kembali kodenya.',
  },
  conflict: {
    status: 409,
    title: 'Bertentangan dengan data yang ada',
    detail: 'Perubahan ini bertentangan dengan data yang sudah tersimpan. Muat ulang, lalu coba lagi.',
  },
  'form-being-sent': {
    status: 409,
    title: 'Masih disimpan',
    detail:
      'Isian yang sama sudah Anda kirim dan masih disimpan. Tunggu sebentar, lalu buka kembali halamannya untuk melihat hasilnya.',
  },
  'version-required': {
    status: 428,
    title: 'Versi perlu disebutkan',
    detail:
      'Sebutkan versi (version) yang Anda lihat, agar perubahan orang lain sesudahnya tidak tertimpa. Baca isinya kembali, lalu kirim dengan versinya.',
  },
  'form-of-another': {
    status: 409,
    title: 'Formulir ini milik orang lain',
    detail: ({ author, reader }) =>
      typeof author === 'string'
        ? `Formulir ini dibuka untuk ${author}, sedangkan yang sekarang masuk di peramban ini ${String(reader)}. Isinya belum disimpan.`
        : 'Formulir ini tidak menyebut untuk siapa ia dibuka, sehingga isinya belum disimpan. Buka lagi halamannya, lalu isi kembali.',
  },
  'database-busy': {
    status: 503,
    title: 'Sistem sedang sibuk',
    detail:
      'Permintaan Anda menunggu terlalu lama, sehingga dihentikan dan tidak disimpan. Mohon tunggu sebentar, lalu coba lagi.',
    retryAfter: 5,
  },
  'database-away': {
    status: 503,
    title: 'Basis data sedang tidak terjangkau',
    detail:
      'Sambang sedang tidak dapat membaca atau menyimpan data. Yang baru saja Anda kirim mungkin belum tersimpan: mohon tunggu sebentar, periksa, lalu coba lagi.',
    retryAfter: 15,
  },
  'not-ready': {
    status: 503,
    title: 'Belum siap',
    detail: ({ reason }) => `Server ini belum dapat melayani: ${String(reason)}.`,
    expose: ['reason'],
    retryAfter: 5,
  },
  unexpected: {
    status: 500,
    title: 'Terjadi gangguan',
    detail: 'Maaf, ada gangguan pada sistem dan kami sudah mencatatnya. Silakan coba lagi sebentar lagi.',
  },
};
