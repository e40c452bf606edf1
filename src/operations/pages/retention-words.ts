import type { RetentionKind } from '../domain/retention.js';

/** What is dropped, and what of it stays. */
export const retentionWords: Readonly<Record<RetentionKind, readonly [drops: string, stays: string]>> = {
  'api-tokens': ['Token API yang sudah berakhir atau dicabut', ''],
  'backup-runs': ['Catatan pembuatan cadangan yang sudah tidak ada', ''],
  'export-records': ['Catatan siapa mengunduh berkas apa', ''],
  'feedback-links': ['Tautan umpan balik yang sudah tidak berlaku', 'umpan baliknya'],
  'host-answer-links': ['Tautan jawaban tuan rumah yang sudah tidak berlaku', 'jawabannya'],
  'idempotency-keys': ['Kunci permintaan program', 'kunjungannya'],
  imports: ['Berkas impor dengan barisnya', 'yang dibuat darinya'],
  'mail-bodies': ['Isi dan lampiran surat keluar', 'alamat, perihal, dan waktunya'],
  'nip-looks': ['Catatan siapa menampilkan NIP siapa', ''],
  'participant-links': ['Tautan peserta yang sudah tidak berlaku', ''],
  'press-quote-links': ['Tautan kutipan', 'alamat surel yang dikirimi tautan untuk memberi kutipan'],
  'received-mails': ['Isi surat masuk yang sudah ditangani', 'pengirim, perihal, dan waktunya'],
  'signed-copies': ['Pindaian surat bertanda tangan yang sudah dikirim', 'catatan suratnya'],
  'uncleared-photos': ['Foto hari kunjungan yang tidak pernah diizinkan', 'bahwa pernah ada'],
  'walk-in-contacts': ['Kontak tamu tambahan yang tidak pernah diperiksa', 'kehadirannya'],
};
