import type { MailCheckState } from './check-states.js';

interface Finding {
  state: MailCheckState;
  /** For the log. */
  log: string;
  /** For the administrator's page, in Indonesian: what it is and what to do. */
  words: string;
}

/** What can be found of a server that we sign in to; `{setting}` is its address among the settings. */
const access = {
  reachable: { state: 'good', log: '{setting} works', words: 'Dapat dipakai.' },
  'certificate-ends-soon': {
    state: 'bad',
    log: 'the certificate of the server of {setting} ends soon',
    words:
      'Dapat dipakai, tetapi sertifikat TLS server segera berakhir. Minta pengelola server memperbaruinya.',
  },
  'name-not-found': {
    state: 'bad',
    log: 'the host name in {setting} is not found',
    words: 'Nama server di {setting} tidak ditemukan. Periksa ejaannya, dan DNS server ini.',
  },
  'port-closed': {
    state: 'bad',
    log: 'nothing listens at the port of {setting}',
    words: 'Server menolak sambungan: porta di {setting} tertutup. Periksa nomor porta dan tembok api.',
  },
  'no-answer': {
    state: 'bad',
    log: 'the server of {setting} does not answer in time',
    words: 'Server di {setting} tidak menyahut. Periksa tembok api dan nomor porta.',
  },
  'tls-untrusted': {
    state: 'bad',
    log: 'the certificate of the server of {setting} is signed by nobody whom this machine trusts',
    words: 'Sertifikat TLS server tidak dipercaya. Pasang sertifikat dari penerbit yang dikenal.',
  },
  'tls-expired': {
    state: 'bad',
    log: 'the certificate of the server of {setting} has expired',
    words: 'Sertifikat TLS server sudah kedaluwarsa. Minta pengelola server memperbaruinya.',
  },
  'tls-other-name': {
    state: 'bad',
    log: 'the certificate of the server of {setting} is for another name',
    words: 'Sertifikat TLS server bukan untuk nama di {setting}. Pakai nama yang tertulis di sertifikatnya.',
  },
  'tls-missing': {
    state: 'bad',
    log: 'the server of {setting} offers no STARTTLS, so no password is sent to it',
    words: 'Server tidak menawarkan STARTTLS, maka kata sandi tidak dikirim. Pakai porta yang memakai TLS.',
  },
  'tls-failed': {
    state: 'bad',
    log: 'TLS with the server of {setting} failed',
    words: 'Sambungan terenkripsi (TLS) gagal. Periksa apakah porta di {setting} memang memakai TLS.',
  },
  'password-refused': {
    state: 'bad',
    log: 'the user or the password of {setting} was refused',
    words: 'Nama pengguna atau kata sandi di {setting} ditolak server.',
  },
  'host-refused': {
    state: 'bad',
    log: 'the server of {setting} does not talk with this host',
    words:
      'Server menolak berbicara dengan komputer ini. Periksa SMTP_NAME (nama untuk EHLO) dan daftar izin server.',
  },
  failed: {
    state: 'bad',
    log: 'the server of {setting} failed',
    words: 'Server di {setting} tidak dapat dipakai.',
  },
} as const satisfies Record<string, Finding>;

const smtpOnly = {
  'smtp-not-set': {
    state: 'off',
    log: 'SMTP_URL is not set: mails are kept in a folder',
    words: 'SMTP_URL belum diatur: surat hanya disimpan sebagai berkas di server ini, tidak dikirim.',
  },
} as const satisfies Record<string, Finding>;

const imapOnly = {
  'imap-not-set': {
    state: 'off',
    log: 'IMAP_URL is not set: answers by mail are not read',
    words: 'IMAP_URL belum diatur: jawaban lewat surel tidak dibaca.',
  },
  'mailbox-missing': {
    state: 'bad',
    log: 'the mailbox of IMAP_URL cannot be opened',
    words: 'Server dapat dicapai, tetapi kotak surat di IMAP_URL tidak dapat dibuka. Periksa nama foldernya.',
  },
  'not-read': {
    state: 'bad',
    log: 'the mailbox of IMAP_URL can be opened but has not been read lately',
    words: 'Kotak surat dapat dibuka, tetapi sudah lama tidak dibaca. Periksa proses yang mengerjakan tugas.',
  },
} as const satisfies Record<string, Finding>;

/** What can be found in the DNS; `{setting}` is the domain of MAIL_FROM. */
const names = {
  'resolver-silent': {
    state: 'unknown',
    log: 'no name server answers what {setting} publishes',
    words:
      'Tidak dapat diperiksa di sini: server nama (DNS) tidak menjawab, atau tidak tersambung ke internet.',
  },
  'local-domain': {
    state: 'off',
    log: '{setting} is no domain of the Internet',
    words: 'Tidak diperiksa: {setting} bukan domain internet.',
  },
  'mx-good': {
    state: 'good',
    log: 'mail to {setting} has a way',
    words: 'Surat balasan ke {setting} punya alamat server.',
  },
  'mx-by-address': {
    state: 'warning',
    log: '{setting} has no MX record, only an address',
    words:
      '{setting} tidak punya catatan MX; surat balasan dikirim ke alamat domainnya sendiri. Tambahkan catatan MX.',
  },
  'mx-missing': {
    state: 'bad',
    log: 'mail to {setting} has no way: neither MX nor an address',
    words: '{setting} tidak punya catatan MX, jadi jawaban lewat surel tidak akan sampai.',
  },
  'mx-refuses': {
    state: 'bad',
    log: '{setting} says that it takes no mail (null MX)',
    words: '{setting} menyatakan tidak menerima surat (null MX), jadi jawaban lewat surel tidak akan sampai.',
  },
  'spf-good': {
    state: 'good',
    log: '{setting} has an SPF record',
    words: 'Catatan SPF ada dan dapat dipakai.',
  },
  'spf-missing': {
    state: 'bad',
    log: '{setting} has no SPF record',
    words:
      '{setting} belum punya catatan SPF; banyak server akan menganggap surat kita sampah. Tambahkan catatan TXT v=spf1.',
  },
  'spf-double': {
    state: 'bad',
    log: '{setting} has more than one SPF record, so none counts',
    words:
      '{setting} punya lebih dari satu catatan SPF, sehingga tidak ada yang berlaku. Gabungkan menjadi satu.',
  },
  'spf-too-long': {
    state: 'bad',
    log: 'the SPF record of {setting} needs more than ten look-ups, so it does not count',
    words:
      'Catatan SPF {setting} perlu lebih dari sepuluh pencarian DNS, sehingga tidak berlaku. Kurangi include-nya.',
  },
  'spf-open': {
    state: 'warning',
    log: 'the SPF record of {setting} lets everybody send',
    words: 'Catatan SPF {setting} mengizinkan siapa saja mengirim (+all). Akhiri dengan ~all atau -all.',
  },
  'dkim-good': {
    state: 'good',
    log: 'the DKIM key of {setting} is published',
    words: 'Kunci DKIM yang kita pakai terbit di DNS.',
  },
  'dkim-not-ours': {
    state: 'unknown',
    log: 'Sambang signs no mails (DKIM_KEY)',
    words:
      'Tidak dapat diperiksa: Sambang tidak menandatangani surat sendiri (DKIM_KEY). Pastikan server surel yang melakukannya.',
  },
  'dkim-missing': {
    state: 'bad',
    log: 'the DKIM key of {setting} is not published, so signatures fail',
    words:
      'Kunci DKIM tidak ditemukan di DNS, sehingga tanda tangan surat kita gagal diperiksa. Terbitkan catatan TXT-nya.',
  },
  'dkim-revoked': {
    state: 'bad',
    log: 'the DKIM key of {setting} is published as revoked',
    words: 'Kunci DKIM di DNS sudah dicabut (p= kosong). Terbitkan kunci yang kita pakai.',
  },
  'dkim-other-key': {
    state: 'bad',
    log: 'the DKIM key of {setting} in the DNS is not the one that signs',
    words: 'Kunci DKIM di DNS bukan pasangan DKIM_KEY, sehingga tanda tangan surat kita gagal diperiksa.',
  },
  'dmarc-good': { state: 'good', log: '{setting} has a DMARC policy', words: 'Kebijakan DMARC ada.' },
  'dmarc-watching': {
    state: 'good',
    log: '{setting} has a DMARC policy that only watches',
    words: 'Kebijakan DMARC ada, tetapi hanya mengamati (p=none).',
  },
  'dmarc-missing': {
    state: 'warning',
    log: '{setting} has no DMARC policy',
    words: '{setting} belum punya kebijakan DMARC; Gmail dan Yahoo memintanya dari pengirim banyak surat.',
  },
  'dmarc-faulty': {
    state: 'bad',
    log: 'the DMARC record of {setting} cannot be used',
    words:
      'Catatan DMARC {setting} ada, tetapi tidak dapat dipakai: harus satu, dan berisi p=none, quarantine, atau reject.',
  },
} as const satisfies Record<string, Finding>;

const findings = { ...access, ...smtpOnly, ...imapOnly, ...names };

export type FindingName = keyof typeof findings;
export type AccessFinding = keyof typeof access;

const named = (name: string): Finding => (findings as Record<string, Finding>)[name] ?? findings.failed;

export const stateOf = (name: FindingName): MailCheckState => findings[name].state;

/** @param subject the setting, or the domain, that it is about */
export const logLine = (name: FindingName, subject: string): string =>
  findings[name].log.replaceAll('{setting}', subject);

/** @param name also one that another version found */
export const findingWords = (name: string, subject: string): string =>
  named(name).words.replaceAll('{setting}', subject);
