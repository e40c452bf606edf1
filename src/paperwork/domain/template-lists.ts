import { dateWords } from '../../platform/text/calendar-words.js';
import { formatDate, formatTimeRange } from '../../platform/text/dates.js';
import { nameList } from '../../platform/text/name-list.js';
import { attendanceWords } from '../../visits/domain/index.js';
import { BLANK } from '../../platform/text/paper.js';
import type { LetterKind } from './letter-kinds.js';
import type { PaperVisit } from './paper-facts.js';
import { activityOf, guestNamesOf, placeOf } from './paper-parts.js';
import type { TemplateSource, TemplateValue } from './template-source.js';
import { lineOf } from './template-values.js';

/** A list of a template: what it holds, and what stands inside each of its rows. */
export interface TemplateList {
  says: string;
  kinds?: readonly LetterKind[];
  /** What each name inside says; a dot for a text that stands for itself. */
  inside: Readonly<Record<string, string>>;
  rows: (source: TemplateSource) => (string | Record<string, string>)[];
}

type Told<Item> = Omit<TemplateList, 'inside' | 'rows'> & {
  items: (source: TemplateSource) => readonly Item[];
  inside: Readonly<Record<string, TemplateValue<{ item: Item; number: number }>>>;
};

/** A list of things with values inside; each name has the function that makes its value. */
function list<Item>({ items, inside, ...told }: Told<Item>): TemplateList {
  const fields = Object.entries(inside);
  return {
    ...told,
    inside: Object.fromEntries(fields.map(([name, { says }]) => [name, says])),
    rows: (source) =>
      items(source).map((item, index) =>
        Object.fromEntries(
          fields.map(([name, { of }]) => [name, of({ item, number: index + 1 })?.trim() || BLANK]),
        ),
      ),
  };
}

/** A list of texts. */
const texts = (
  told: Omit<TemplateList, 'inside' | 'rows'>,
  each: string,
  items: (source: TemplateSource) => readonly string[],
): TemplateList => ({ ...told, inside: { '.': each }, rows: (source) => [...items(source)] });

const no = { says: 'nomor urut', of: ({ number }: { number: number }) => String(number) };

/** Every list that a template may repeat, by the name in its braces. */
export const templateLists: Readonly<Record<string, TemplateList>> = {
  peserta: list({
    says: 'peserta dari kantor sendiri',
    items: ({ letter }) => letter.snapshot.party,
    inside: {
      no,
      nama: { says: 'nama', of: ({ item }) => item.name },
      nip: { says: 'NIP, utuh', of: ({ item }) => item.nip },
      pangkat: { says: 'pangkat dan golongan', of: ({ item }) => item.rank },
      jabatan: { says: 'jabatan', of: ({ item }) => item.position ?? item.office },
    },
  }),
  tamu_hadir: list({
    says: 'peserta dari pihak tamu, tanpa NIP',
    kinds: ['surat-keterangan'],
    items: ({ visit }) =>
      visit.people.map((person) => ({ ...person, office: person.office ?? visit.guests[0].name })),
    inside: {
      no,
      nama: { says: 'nama', of: ({ item }) => item.name },
      pangkat: { says: 'pangkat dan golongan', of: ({ item }) => item.rank },
      jabatan: { says: 'jabatan', of: ({ item }) => item.position },
      instansi: { says: 'instansi', of: ({ item }) => item.office },
    },
  }),
  kunjungan: list<PaperVisit>({
    says: 'kunjungan-kunjungan dalam perjalanan; satu saja bila bukan perjalanan',
    items: ({ visits }) => visits,
    inside: {
      no,
      kegiatan: { says: 'jenis dan judul kegiatan', of: ({ item }) => activityOf(item) },
      tamu: { says: 'semua kantor tamu', of: ({ item }) => guestNamesOf(item) },
      tuan_rumah: { says: 'kantor tuan rumah', of: ({ item }) => item.host.name },
      hari_tanggal: { says: 'hari dan tanggal', of: ({ item }) => lineOf(item, 'Hari, tanggal') },
      waktu: { says: 'waktu dengan zona waktunya', of: ({ item }) => lineOf(item, 'Waktu') },
      tempat: { says: 'tempat', of: ({ item }) => placeOf(item) },
    },
  }),
  acara: list({
    says: 'susunan acara, menurut waktunya',
    kinds: ['susunan-acara', 'notula', 'laporan-perjalanan'],
    items: ({ visits }) => visits.flatMap((one) => one.sessions.map((session) => ({ ...session, of: one }))),
    inside: {
      no,
      tanggal: { says: 'hari dan tanggal', of: ({ item }) => formatDate(item.startsAt, item.of.zone) },
      waktu: {
        says: 'waktu dengan zona waktunya',
        of: ({ item }) => formatTimeRange(item.startsAt, item.endsAt, item.of.zone),
      },
      kegiatan: { says: 'kegiatan', of: ({ item }) => item.title },
      tempat: { says: 'tempat', of: ({ item }) => item.place || placeOf(item.of) },
      penanggung_jawab: {
        says: 'penanggung jawab atau narasumber',
        of: ({ item }) => nameList(item.persons),
      },
    },
  }),
  daftar_hadir: list({
    says: 'semua yang terdaftar dari kedua pihak, tanpa NIP',
    kinds: ['daftar-hadir', 'notula'],
    items: ({ visit }) => visit.attendees.map((person) => ({ ...person, of: visit })),
    inside: {
      no,
      nama: { says: 'nama', of: ({ item }) => item.name },
      jabatan: { says: 'jabatan', of: ({ item }) => item.position },
      instansi: {
        says: 'instansi',
        of: ({ item: { office, side, of } }) => office ?? (side === 'host' ? of.host : of.guests[0]).name,
      },
      kehadiran: {
        says: 'kehadiran yang tercatat',
        of: ({ item }) => (item.attendance === null ? null : attendanceWords[item.attendance].toLowerCase()),
      },
    },
  }),
  risalah: list({
    says: 'risalah tiap sesi',
    kinds: ['notula'],
    items: ({ letter }) => letter.minutes,
    inside: {
      no,
      sesi: { says: 'nama sesi', of: ({ item }) => item.title },
      pembahasan: { says: 'pembahasan', of: ({ item }) => item.said },
      simpulan: { says: 'simpulan', of: ({ item }) => item.concluded },
      janji: { says: 'tindak lanjut dalam sesi itu', of: ({ item }) => item.promised },
    },
  }),
  tindak_lanjut: list({
    says: 'tindak lanjut yang dijanjikan',
    kinds: ['notula', 'laporan-perjalanan', 'berita-acara'],
    items: ({ visits }) => visits.flatMap(({ promises }) => promises),
    inside: {
      no,
      uraian: { says: 'uraian', of: ({ item }) => item.what },
      penanggung_jawab: {
        says: 'penanggung jawab',
        of: ({ item: { person, unitName } }) => [person, unitName].filter(Boolean).join(', '),
      },
      tenggat: { says: 'tenggat', of: ({ item }) => dateWords(item.dueOn) },
    },
  }),
  piagam: list({
    says: 'piagam yang diterbitkan, satu untuk setiap orang',
    kinds: ['piagam'],
    items: ({ certificates }) => certificates,
    inside: {
      no,
      nama: { says: 'nama', of: ({ item }) => item.name },
      jabatan: { says: 'jabatan', of: ({ item }) => item.position },
      instansi: { says: 'instansi', of: ({ item }) => item.office },
      kode: { says: 'kode untuk diperiksa', of: ({ item }) => item.code },
      alamat_periksa: { says: 'alamat tempat kode diperiksa', of: ({ item }) => item.url },
    },
  }),
  pertanyaan: texts({ says: 'hal yang ingin dipelajari tamu' }, 'pertanyaan', ({ visit }) => visit.questions),
  daftar_program: texts({ says: 'program yang dipelajari' }, 'program', ({ visit }) => visit.programs),
  tembusan: texts({ says: 'penerima tembusan' }, 'penerima', ({ letter }) => letter.copies),
};
