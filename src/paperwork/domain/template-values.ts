import type { PaperBlock } from '../../platform/text/paper.js';
import { dateWords } from '../../platform/text/calendar-words.js';
import { nameList } from '../../platform/text/name-list.js';
import { letterNatures } from './letter-fields.js';
import type { HostWord, PaperVisit } from './paper-facts.js';
import {
  activityOf,
  guestNamesOf,
  headOf,
  kindTitle,
  momentOf,
  partyOf,
  placeOf,
  timeLines,
} from './paper-parts.js';
import type { TemplateSource, TemplateValue } from './template-source.js';
import { travelDates } from './travel-order-paper.js';

type Values = Readonly<Record<string, TemplateValue<TemplateSource>>>;

/** A line of the head of a letter, as it is written without a template. */
const referenceOf = ({ paper: { blocks } }: TemplateSource, line: string): string | null => {
  const head = blocks.find(
    (block): block is PaperBlock & { kind: 'reference' } => block.kind === 'reference',
  );
  return head?.lines.find(([name]) => name === line)?.[1] ?? null;
};
const addresseeOf = ({ paper: { blocks } }: TemplateSource): string | null => {
  const to = blocks.find((block): block is PaperBlock & { kind: 'addressee' } => block.kind === 'addressee');
  return to?.lines.join('\n') ?? null;
};
const dated = (date: string | null): string | null => date && dateWords(date);

/** What stands in the letter, of its office and of who signs. */
export const letterValues: Values = {
  nomor: { says: 'nomor surat', of: ({ letter }) => letter.number },
  tanggal_surat: { says: 'tanggal surat', of: ({ letter }) => dated(letter.datedOn) },
  sifat: { says: 'sifat surat', of: ({ letter }) => letterNatures[letter.nature] },
  lampiran: {
    says: 'lampiran',
    of: (source) => source.letter.attachment || referenceOf(source, 'Lampiran') || '-',
  },
  hal: {
    says: 'hal; bila tidak diisi, menurut jenis suratnya',
    of: (source) => source.letter.subject || referenceOf(source, 'Hal'),
  },
  klasifikasi: { says: 'kode klasifikasi', of: ({ letter }) => letter.classification },
  kepada: {
    says: 'alamat tujuan: Yth. dan tempatnya, beberapa baris',
    kinds: ['surat-permohonan', 'surat-balasan', 'undangan'],
    of: addresseeOf,
  },
  dasar: { says: 'dasar surat', of: ({ letter }) => letter.basis },
  dipa: { says: 'nomor dan tanggal DIPA', of: ({ letter }) => letter.dipa },
  kop: {
    says: 'baris-baris kop surat',
    of: ({ letter: { snapshot } }) => snapshot.office.letterhead.join('\n') || snapshot.office.name,
  },
  'kantor.nama': { says: 'nama kantor pengirim', of: ({ letter }) => letter.snapshot.office.name },
  'kantor.tempat': {
    says: 'tempat surat ditandatangani',
    of: ({ letter }) => letter.snapshot.office.place,
  },
  'kantor.alamat': { says: 'alamat kantor', of: ({ letter }) => letter.snapshot.office.address },
  'kantor.kode_pos': { says: 'kode pos kantor', of: ({ letter }) => letter.snapshot.office.postcode },
  'kantor.telepon': { says: 'telepon kantor', of: ({ letter }) => letter.snapshot.office.phone },
  'kantor.surel': { says: 'pos-el kantor', of: ({ letter }) => letter.snapshot.office.email },
  'kantor.laman': { says: 'laman kantor', of: ({ letter }) => letter.snapshot.office.webPage },
  'penandatangan.nama': {
    says: 'nama penanda tangan',
    of: ({ letter }) => letter.snapshot.signer?.name ?? null,
  },
  'penandatangan.nip': {
    says: 'NIP penanda tangan, utuh',
    of: ({ letter }) => letter.snapshot.signer?.nip ?? null,
  },
  'penandatangan.pangkat': {
    says: 'pangkat dan golongan penanda tangan',
    of: ({ letter }) => letter.snapshot.signer?.rank ?? null,
  },
  'penandatangan.jabatan': {
    says: 'jabatan penanda tangan, dengan Plt. atau Plh.',
    of: ({ letter }) => letter.snapshot.signer?.position ?? null,
  },
};

/** Of several legs what each says, once. */
const ofEach = ({ visits }: TemplateSource, say: (visit: PaperVisit) => string | null): string =>
  [...new Set(visits.map(say))].filter(Boolean).join('; ');

export const lineOf = ({ time, zone }: PaperVisit, name: 'Hari, tanggal' | 'Waktu'): string => {
  const value = timeLines(time, zone).find(([line]) => line === name)?.[1] ?? '';
  return typeof value === 'string' ? value : value.join('; ');
};

/** What a host answers, in a sentence. */
const words: Readonly<Record<HostWord, string | null>> = {
  accepts: 'dapat menerima',
  proposes: 'belum dapat menerima pada waktu itu dan mengusulkan waktu lain',
  declines: 'belum dapat menerima',
  open: null,
};

/** What is told of the visit; of a trip of all its legs where they differ. */
export const visitValues: Values = {
  nomor_kunjungan: { says: 'nomor kunjungan di Sambang', of: (all) => ofEach(all, (one) => one.reference) },
  jenis_kegiatan: { says: 'jenis kegiatan', of: (all) => ofEach(all, kindTitle) },
  kegiatan: { says: 'jenis dan judul kegiatan', of: (all) => ofEach(all, activityOf) },
  maksud: { says: 'maksud dan tujuan', of: ({ visit }) => visit.purpose },
  topik: { says: 'topik-topik dalam satu kalimat', of: ({ visit }) => nameList(visit.topics) },
  program: { says: 'program yang dipelajari', of: ({ visit }) => visit.programs.join('; ') },
  tamu: { says: 'semua kantor tamu', of: ({ visit }) => guestNamesOf(visit) },
  kepala_tamu: { says: 'pimpinan kantor tamu', of: ({ visit }) => headOf(visit.guests[0]) },
  tuan_rumah: { says: 'kantor tuan rumah', of: (all) => ofEach(all, ({ host }) => host.name) },
  kepala_tuan_rumah: {
    says: 'pimpinan kantor tuan rumah',
    of: (all) => ofEach(all, ({ host }) => headOf(host)),
  },
  hari_tanggal: {
    says: 'hari dan tanggal kegiatan',
    of: (all) => ofEach(all, (one) => lineOf(one, 'Hari, tanggal')),
  },
  waktu: {
    says: 'waktu kegiatan dengan zona waktunya',
    of: (all) => ofEach(all, (one) => lineOf(one, 'Waktu')),
  },
  hari_waktu: { says: 'hari, tanggal, dan waktu dalam satu baris', of: (all) => ofEach(all, momentOf) },
  tempat: { says: 'tempat kegiatan', of: (all) => ofEach(all, placeOf) },
  tautan_rapat: {
    says: 'tautan rapat daring',
    of: ({ visit }) => (visit.mode === 'on-site' ? '-' : visit.meetingLink),
  },
  jumlah_peserta: { says: 'jumlah peserta, dengan huruf', of: ({ visit }) => partyOf(visit) },
  'narahubung.nama': { says: 'nama narahubung tamu', of: ({ visit }) => visit.contact.name },
  'narahubung.telepon': { says: 'telepon narahubung tamu', of: ({ visit }) => visit.contact.phone },
  ketentuan: { says: 'ketentuan bagi tamu', of: ({ visit }) => visit.conditions },
  'permohonan.nomor': { says: 'nomor surat permohonan', of: ({ visit }) => visit.request.number },
  'permohonan.tanggal': { says: 'tanggal surat permohonan', of: ({ visit }) => dated(visit.request.datedOn) },
  'balasan.nomor': { says: 'nomor surat balasan', of: ({ visit }) => visit.reply.number },
  'balasan.tanggal': { says: 'tanggal surat balasan', of: ({ visit }) => dated(visit.reply.datedOn) },
  keputusan: {
    says: 'jawaban tuan rumah',
    kinds: ['surat-balasan'],
    of: ({ visit }) => words[visit.word],
  },
  usul_waktu: {
    says: 'waktu yang diusulkan tuan rumah',
    kinds: ['surat-balasan'],
    of: ({ visit }) => visit.proposed && momentOf({ ...visit, time: visit.proposed }),
  },
  alasan: { says: 'alasan menolak', kinds: ['surat-balasan'], of: ({ visit }) => visit.reason },
};

/** What came of the visit, and what single kinds of letters say of themselves. */
export const detailValues: Values = {
  hasil: {
    says: 'hasil kunjungan, dari ringkasan yang diterbitkan',
    kinds: ['laporan-perjalanan', 'berita-acara'],
    of: (all) => ofEach(all, ({ outcome }) => outcome?.outcomes ?? null),
  },
  simpulan: {
    says: 'keputusan, dari ringkasan yang diterbitkan',
    kinds: ['notula', 'laporan-perjalanan', 'berita-acara'],
    of: (all) => ofEach(all, ({ outcome }) => outcome?.decisions ?? null),
  },
  pimpinan_rapat: { says: 'pimpinan rapat', kinds: ['notula'], of: ({ letter }) => letter.details.chair },
  notulis: { says: 'notulis', kinds: ['notula'], of: ({ letter }) => letter.details.minuteTaker },
  kesimpulan: {
    says: 'kesimpulan laporan',
    kinds: ['laporan-perjalanan'],
    of: ({ letter }) => letter.details.conclusion,
  },
  saran: { says: 'saran', kinds: ['laporan-perjalanan'], of: ({ letter }) => letter.details.suggestions },
  'tugas.nomor': {
    says: 'nomor surat tugas',
    kinds: ['laporan-perjalanan', 'spd'],
    of: ({ visit }) => visit.assignment.number,
  },
  'tugas.tanggal': {
    says: 'tanggal surat tugas',
    kinds: ['laporan-perjalanan', 'spd'],
    of: ({ visit }) => dated(visit.assignment.datedOn),
  },
  kesepakatan: {
    says: 'hal yang disepakati',
    kinds: ['berita-acara'],
    of: ({ letter, visit }) => letter.details.agreed || (visit.outcome?.decisions ?? null),
  },
  'pihak_kedua.nama': {
    says: 'nama penanda tangan pihak lain',
    kinds: ['berita-acara'],
    of: ({ otherSigner }) => otherSigner?.name ?? null,
  },
  'pihak_kedua.jabatan': {
    says: 'jabatan penanda tangan pihak lain',
    kinds: ['berita-acara'],
    of: ({ otherSigner }) => otherSigner?.position ?? null,
  },
  diberikan_sebagai: {
    says: 'diberikan sebagai',
    kinds: ['piagam'],
    of: ({ letter }) => letter.details.contribution || 'peserta',
  },
  'ppk.nama': {
    says: 'Pejabat Pembuat Komitmen',
    kinds: ['spd'],
    of: ({ letter }) => letter.details.authority,
  },
  'ppk.nip': { says: 'NIP PPK, utuh', kinds: ['spd'], of: ({ letter }) => letter.details.authorityNip },
  tingkat_biaya: { says: 'tingkat biaya', kinds: ['spd'], of: ({ letter }) => letter.details.costLevel },
  angkutan: { says: 'alat angkutan', kinds: ['spd'], of: ({ letter }) => letter.details.transport },
  tempat_berangkat: {
    says: 'tempat berangkat',
    kinds: ['spd'],
    of: ({ letter }) => letter.details.departsFrom || letter.snapshot.office.place,
  },
  tanggal_berangkat: {
    says: 'tanggal berangkat',
    kinds: ['spd'],
    of: ({ letter, visits }) => dateWords(travelDates(letter, visits).departsOn),
  },
  tanggal_kembali: {
    says: 'tanggal harus kembali',
    kinds: ['spd'],
    of: ({ letter, visits }) => dateWords(travelDates(letter, visits).returnsOn),
  },
  'anggaran.instansi': {
    says: 'instansi pembebanan anggaran',
    kinds: ['spd'],
    of: ({ letter }) => letter.details.budgetOffice || letter.snapshot.office.name,
  },
  'anggaran.akun': {
    says: 'akun anggaran',
    kinds: ['spd'],
    of: ({ letter }) => letter.details.budgetAccount,
  },
  keterangan_lain: {
    says: 'keterangan lain-lain',
    kinds: ['spd'],
    of: ({ letter }) => letter.details.remarks,
  },
};
