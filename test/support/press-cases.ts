import type { PressFacts, PressOffice } from '../../src/press/domain/press-facts.js';

const bapas: PressOffice = {
  code: 'bapas-purwokerto',
  name: 'Bapas Kelas II Purwokerto',
  place: 'Kab. Banyumas',
};
const rutan: PressOffice = {
  code: 'rutan-banjarnegara',
  name: 'Rutan Kelas IIB Banjarnegara',
  place: 'Kab. Banjarnegara',
};
const lapas: PressOffice = {
  code: 'lapas-purwokerto',
  name: 'Lapas Kelas IIA Purwokerto',
  place: 'Kab. Banyumas',
};
const lpka: PressOffice = { code: 'lpka-kutoarjo', name: 'LPKA Kelas I Kutoarjo', place: 'Kab. Purworejo' };
const kanwil: PressOffice = {
  code: 'kanwil-jawa-tengah',
  name: 'Kanwil Ditjenpas Jawa Tengah',
  place: 'Kota Semarang',
};

/** The visit of 30 October 2025. */
const reference: PressFacts = {
  office: bapas,
  kind: 'study-visit',
  title: 'Studi tiru ketahanan pangan dan kehumasan',
  purpose:
    'Mempelajari pengelolaan lahan pertanian, peternakan, dan pengolahan hasil karya serta kehumasan, untuk pembinaan yang lebih baik dan berkelanjutan.',
  topics: ['Ketahanan pangan', 'Kehumasan'],
  programs: [
    {
      framework: '13 Program Akselerasi',
      number: 2,
      title: 'Memberdayakan warga binaan untuk mendukung ketahanan pangan',
    },
    {
      framework: '13 Program Akselerasi',
      number: 3,
      title: 'Penguatan dan peningkatan pendayagunaan warga binaan untuk menghasilkan produk UMKM',
    },
  ],
  mode: 'on-site',
  place: 'Rutan Kelas IIB Banjarnegara',
  time: {
    startsAt: new Date('2025-10-30T02:00:00Z'),
    endsAt: new Date('2025-10-30T05:00:00Z'),
    ownHours: null,
  },
  zone: 'Asia/Jakarta',
  guests: [bapas],
  host: rutan,
  parties: [
    { office: bapas.code, name: bapas.name, count: 4, leader: 'Kepala Bapas Kelas II Purwokerto' },
    { office: rutan.code, name: rutan.name, count: 2, leader: 'Kepala Rutan Kelas IIB Banjarnegara' },
  ],
  invited: 1,
  sessions: [
    { kind: 'welcome', title: 'Penerimaan rombongan' },
    { kind: 'remarks', title: 'Sambutan kedua pimpinan' },
    { kind: 'field-tour', title: 'Lahan pertanian dan peternakan' },
    { kind: 'field-tour', title: 'Pengolahan hasil karya' },
    { kind: 'break', title: 'Rehat' },
    {
      kind: 'presentation',
      title: 'Kehumasan: narasi positif, konten informatif, mengemas keberhasilan',
    },
    { kind: 'follow-up-plan', title: 'Rencana tindak lanjut' },
    { kind: 'photo', title: 'Foto bersama' },
  ],
  summary: {
    outcomes:
      'Rombongan melihat langsung bagaimana hasil kebun dicatat sejak tanam sampai panen. Bagian kehumasan menunjukkan cara menulis cerita pembinaan yang mudah dipahami masyarakat.',
    decisions: 'Bapas Purwokerto mulai dengan satu demplot sayuran dan satu rubrik cerita pembinaan.',
  },
  learned: [
    {
      question: 'Bagaimana hasil kebun dicatat?',
      answer: 'Setiap panen ditimbang dan ditulis di buku kebun pada hari itu juga.',
    },
  ],
  followUps: [
    {
      what: 'Membuat satu demplot sayuran bersama klien pemasyarakatan',
      office: bapas.name,
      dueOn: '2025-12-31',
    },
    {
      what: 'Membuka rubrik cerita pembinaan di media sosial',
      office: bapas.name,
      dueOn: '2025-11-30',
    },
    { what: 'Membagikan templat rencana konten kehumasan', office: rutan.name, dueOn: '2025-11-14' },
  ],
  results: [
    { what: 'Luas lahan', amount: '2,5 hektare', on: '30 Oktober 2025' },
    { what: 'Panen kangkung', amount: '120 kilogram', on: '30 Oktober 2025' },
  ],
  products: [{ name: 'keripik singkong', maker: 'Kelompok kerja dapur', price: 'Rp10.000 per bungkus' }],
  quotes: [
    {
      office: bapas.code,
      speaker: 'Bambang Sudarsono',
      position: 'Kepala Bapas Kelas II Purwokerto',
      words: 'Yang kami bawa pulang adalah cara memulai dari lahan kecil dan mencatat hasilnya.',
    },
    {
      office: rutan.code,
      speaker: 'Endang Kusumawati',
      position: 'Kepala Rutan Kelas IIB Banjarnegara',
      words: 'Kami senang berbagi, dan kami juga belajar dari pertanyaan para tamu.',
    },
  ],
  leg: null,
  photos: 3,
};

const withoutWords = { summary: null, learned: [], followUps: [], results: [], products: [], quotes: [] };

/** Visits of every kind that texts are written of. */
export const pressCases: Readonly<Record<string, PressFacts>> = {
  rujukan: reference,
  'rujukan-tuan-rumah': { ...reference, office: rutan },
  'belum-ada-kutipan': { ...reference, quotes: [] },
  'belum-ada-ringkasan': {
    ...reference,
    ...withoutWords,
    photos: 0,
  },
  'tamu-bersama': {
    ...reference,
    office: lapas,
    guests: [bapas, lapas, kanwil],
    parties: [
      ...reference.parties.slice(0, 1),
      { office: lapas.code, name: lapas.name, count: 3, leader: null },
      { office: kanwil.code, name: kanwil.name, count: 12, leader: null },
      ...reference.parties.slice(1),
    ],
    invited: 0,
  },
  campuran: { ...reference, mode: 'hybrid', purpose: 'Untuk menyamakan cara mencatat hasil kebun' },
  daring: {
    ...reference,
    ...withoutWords,
    kind: 'coordination',
    mode: 'online',
    title: 'Koordinasi bulanan',
    purpose: '',
    topics: ['WBK'],
    programs: [],
    sessions: [{ kind: 'discussion', title: 'Pembagian tugas penilaian mandiri' }],
    summary: { outcomes: 'Pembagian tugas penilaian mandiri disepakati', decisions: '' },
  },
  'tuan-rumah-lpka': {
    ...reference,
    kind: 'working-visit',
    host: lpka,
    office: lpka,
    place: 'Aula',
    topics: ['Pendidikan kesetaraan'],
    programs: [{ framework: '15 Program Aksi 2026', number: null, title: 'Pendidikan bagi anak binaan' }],
    purpose: 'Penjajakan kerja sama pendidikan kesetaraan',
    parties: [
      ...reference.parties.slice(0, 1),
      { office: lpka.code, name: lpka.name, count: 5, leader: null },
    ],
    sessions: [{ kind: 'field-tour', title: 'Ruang belajar dan perpustakaan' }],
    results: [],
    products: [],
    learned: [],
    followUps: [{ what: 'Jadwal kelas bersama tiap pekan', office: lpka.name, dueOn: '2026-01-15' }],
    quotes: [],
  },
  perjalanan: {
    ...reference,
    ...withoutWords,
    summary: reference.summary,
    time: {
      startsAt: new Date('2025-10-30T02:00:00Z'),
      endsAt: new Date('2025-10-31T05:00:00Z'),
      ownHours: null,
    },
    leg: { title: 'Studi tiru ketahanan pangan di dua rutan', place: 1, count: 2 },
  },
  'tanpa-apa-apa': {
    ...reference,
    ...withoutWords,
    kind: 'working-visit',
    topics: [],
    programs: [],
    purpose: '',
    sessions: [],
    parties: [],
    invited: 0,
    photos: 0,
  },
};
