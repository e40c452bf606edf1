import { overtaken, type Problems } from '../../platform/errors/problem-catalog.js';
import type { FollowUpErrorCode } from '../domain/error-codes.js';

/** How each error of follow-ups is shown. */
export const followUpProblems: Problems<FollowUpErrorCode> = {
  'follow-up-changed': overtaken('Tindak lanjut ini', ['current']),
  'follow-up-step-not-allowed': {
    status: 409,
    title: 'Langkah tidak dapat diambil',
    detail:
      'Langkah itu tidak tersedia pada keadaan tindak lanjut sekarang. Muat ulang, lalu pilih yang tersedia.',
    expose: ['state'],
  },
  'evidence-needed': {
    status: 422,
    title: 'Bukti belum diisi',
    detail: 'Mohon isi bukti pelaksanaannya, misalnya tautan foto atau nomor laporan, lalu simpan kembali.',
  },
  'evidence-link-wrong': {
    status: 422,
    title: 'Tautan tidak dikenali',
    detail: 'Mohon tulis tautan bukti secara lengkap, diawali https://, tanpa spasi.',
  },
  'drop-reason-needed': {
    status: 422,
    title: 'Alasan belum diisi',
    detail: 'Mohon tuliskan mengapa tindak lanjut ini tidak diteruskan, lalu simpan kembali.',
  },
  'follow-up-unit-elsewhere': {
    status: 422,
    title: 'UPT tidak ikut dalam kunjungan',
    detail: 'Penanggung jawab adalah UPT tamu atau UPT tujuan kunjungan ini. Silakan pilih salah satunya.',
    expose: ['unit'],
  },
  'owner-elsewhere': {
    status: 422,
    title: 'Akun UPT lain',
    detail: 'Akun penanggung jawab harus milik petugas UPT yang mengerjakan. Silakan pilih yang lain.',
  },
  'practice-unknown': {
    status: 422,
    title: 'Praktik baik tidak ditemukan',
    detail: 'Praktik baik itu tidak ada atau belum terbit. Silakan pilih yang sudah terbit.',
  },
  'comment-empty': {
    status: 422,
    title: 'Tanggapan masih kosong',
    detail: 'Mohon tuliskan tanggapan Anda, lalu kirim kembali.',
  },
  'follow-up-file-twice': {
    status: 409,
    title: 'Berkas sudah ada',
    detail: 'Berkas dengan isi yang sama sudah tersimpan sebagai bukti tindak lanjut ini.',
  },
  ...postponementProblems(),
  ...replicationProblems(),
};

function postponementProblems() {
  return {
    'postpone-reason-needed': {
      status: 422,
      title: 'Alasan penundaan belum diisi',
      detail: 'Mohon tuliskan mengapa tanggalnya diundur, lalu simpan kembali.',
    },
    'postpone-not-later': {
      status: 422,
      title: 'Tanggal tidak lebih lambat',
      detail: 'Tanggal baru harus sesudah tanggal yang sekarang. Untuk memajukannya, ubah isinya.',
    },
  } satisfies Partial<Problems<FollowUpErrorCode>>;
}

function replicationProblems() {
  return {
    'replication-needs-done': {
      status: 409,
      title: 'Tindak lanjut belum selesai',
      detail: 'Replikasi hanya berlaku untuk tindak lanjut yang selesai dengan bukti.',
    },
    'replication-stands': {
      status: 409,
      title: 'Sudah dikonfirmasi sebagai replikasi',
      detail: 'Replikasi tindak lanjut ini masih berlaku. Tarik konfirmasinya lebih dahulu.',
    },
    'replication-missing': {
      status: 409,
      title: 'Tidak ada replikasi',
      detail: 'Tindak lanjut ini tidak sedang dikonfirmasi sebagai replikasi. Muat ulang untuk memeriksa.',
    },
    'replication-incomplete': {
      status: 422,
      title: 'Replikasi belum lengkap',
      detail: 'Mohon pilih atau tuliskan praktiknya, dan tuliskan hasilnya, lalu simpan kembali.',
    },
    'replication-since-ahead': {
      status: 422,
      title: 'Tanggal mulai belum tiba',
      detail: 'Tanggal mulai dipraktikkan paling lambat hari ini.',
    },
    'withdrawal-reason-needed': {
      status: 422,
      title: 'Alasan penarikan belum diisi',
      detail: 'Mohon tuliskan mengapa konfirmasi replikasi ditarik, lalu simpan kembali.',
    },
  } satisfies Partial<Problems<FollowUpErrorCode>>;
}

/** Constraints of the schema and the errors that breaking them means. */
export const followUpConstraints = {
  follow_up_done_check: 'evidence-needed',
  follow_up_dropped_check: 'drop-reason-needed',
  follow_up_evidence_url_check: 'evidence-link-wrong',
  follow_up_history_later_check: 'postpone-not-later',
  follow_up_history_reason_check: 'postpone-reason-needed',
  follow_up_comment_body_check: 'comment-empty',
  follow_up_file_content_key: 'follow-up-file-twice',
  replication_done_fkey: 'replication-needs-done',
  replication_follow_up_key: 'replication-stands',
  replication_practice_check: 'replication-incomplete',
  replication_result_check: 'replication-incomplete',
  replication_since_check: 'replication-since-ahead',
} as const satisfies Record<string, FollowUpErrorCode>;
