import { overtaken, type Problems } from '../../platform/errors/problem-catalog.js';
import type { PeopleErrorCode } from '../domain/error-codes.js';
import { MOST_TOKENS } from '../domain/lifetimes.js';

/** Seconds as words; from two minutes on in minutes. */
function waitWords(seconds: unknown): string {
  const wait = typeof seconds === 'number' ? seconds : 0;
  return wait < 120 ? `${wait} detik` : `${Math.ceil(wait / 60)} menit`;
}

export const peopleProblems: Problems<PeopleErrorCode> = {
  'bad-credentials': {
    status: 401,
    title: 'Gagal masuk',
    detail: 'Alamat surel atau kata sandi tidak cocok. Periksa kembali, atau gunakan "lupa kata sandi".',
  },
  'too-many-tries': {
    status: 429,
    title: 'Terlalu banyak percobaan',
    detail: (facts) =>
      `Terlalu banyak percobaan masuk yang gagal untuk alamat surel ini dari jaringan Anda. Silakan tunggu ${waitWords(facts['retryAfter'])}, atau gunakan "lupa kata sandi".`,
  },
  'weak-password': {
    status: 422,
    title: 'Kata sandi belum memenuhi syarat',
    detail: 'Silakan pilih kata sandi lain. Lihat keterangan pada isian kata sandi.',
  },
  'bad-email': {
    status: 422,
    title: 'Alamat surel belum benar',
    detail: 'Alamat surel tidak dapat dipakai. Periksa penulisannya, contoh: nama@contoh.go.id.',
  },
  'bad-phone': {
    status: 422,
    title: 'Nomor telepon belum benar',
    detail: 'Nomor telepon tidak dikenali. Tuliskan seperti 0812-3456-7890 atau +62 812 3456 7890.',
  },
  'email-taken': {
    status: 409,
    title: 'Alamat surel sudah dipakai',
    detail:
      'Sudah ada akun dengan alamat surel ini. Gunakan alamat lain, atau "lupa kata sandi" bila akun itu milik Anda.',
  },
  'place-closed': {
    status: 409,
    title: 'UPT sudah ditutup',
    detail:
      'UPT itu sudah ditutup atau sudah bergabung ke UPT lain, sehingga tidak menerima petugas lagi. Silakan pilih UPT yang masih ada.',
  },
  'role-place-mismatch': {
    status: 422,
    title: 'Peran dan tempat tugas tidak sesuai',
    detail:
      'Petugas dan kepala UPT memerlukan kode UPT, pegawai Kanwil memerlukan kode Kanwil, dan administrator tidak memerlukan keduanya.',
  },
  'own-account': {
    status: 409,
    title: 'Akun Anda sendiri',
    detail: 'Peran dan status akun sendiri tidak dapat Anda ubah. Mintalah bantuan administrator lain.',
  },
  'account-suspended': {
    status: 409,
    title: 'Akun ditangguhkan',
    detail: 'Akun ini sedang ditangguhkan. Pulihkan dahulu, lalu kirim tautannya.',
  },
  'account-erased': {
    status: 409,
    title: 'Data akun sudah dihapus',
    detail:
      'Data pemilik akun ini sudah dihapus untuk selamanya. Untuk orang yang sama, undanglah dengan akun baru.',
  },
  'last-administrator': {
    status: 409,
    title: 'Administrator terakhir',
    detail:
      'Akun ini satu-satunya administrator yang aktif. Undanglah administrator lain dahulu, supaya Sambang tetap ada yang mengelola.',
  },
  'account-changed': overtaken('Akun ini', ['current']),
  'successor-unfit': {
    status: 422,
    title: 'Penerima serah terima tidak dapat dipilih',
    detail:
      'Penerima harus orang lain di tempat tugas yang sama dengan akun yang aktif, untuk hal yang dapat diserahkan.',
  },
  'too-many-links': {
    status: 429,
    title: 'Terlalu banyak tautan',
    detail: (facts) =>
      `Sudah beberapa tautan dikirim ke alamat ini. Silakan tunggu ${waitWords(facts['retryAfter'])}; mintalah pemiliknya memeriksa juga folder spam.`,
  },
  'token-expired': {
    status: 401,
    title: 'Token sudah berakhir',
    detail: 'Masa berlaku token API ini sudah habis. Buat token baru di halaman "Akun saya".',
  },
  'too-many-tokens': {
    status: 409,
    title: 'Terlalu banyak token',
    detail: `Anda sudah memiliki ${MOST_TOKENS} token yang berlaku. Cabut dahulu yang tidak dipakai lagi.`,
  },
  'token-by-token': {
    status: 403,
    title: 'Perlu masuk dengan kata sandi',
    detail:
      'Token API tidak dapat membuat token lain. Masuklah ke Sambang, lalu buat di halaman "Akun saya".',
  },
  'link-not-valid': {
    status: 410,
    title: 'Tautan tidak berlaku',
    detail:
      'Tautan ini sudah dipakai atau sudah lewat waktunya. Mintalah tautan baru melalui "lupa kata sandi".',
  },
};

/** What breaking a constraint means. */
export const peopleConstraints = {
  person_email_key: 'email-taken',
  person_email_check: 'bad-email',
  person_place_check: 'role-place-mismatch',
  person_erased_check: 'account-erased',
} as const satisfies Record<string, PeopleErrorCode>;
