import { blankDetails } from '../../src/paperwork/domain/letter-details.js';
import type { LetterKind } from '../../src/paperwork/domain/letter-kinds.js';
import type { LetterSnapshot } from '../../src/paperwork/domain/letter-snapshot.js';
import type { PaperFacts, PaperLetter, PaperVisit } from '../../src/paperwork/domain/paper-facts.js';

import { at, attendee, guest, host, letterOf, sessions, SIGNED, visit } from './paper-visit.js';

const facts = (unit: typeof guest | typeof host, change: Partial<PaperVisit> = {}): PaperFacts => ({
  ...{ letter: letterOf(unit), otherSigner: null, certificates: [] },
  visits: [{ ...visit, ...change }],
});

/** The same with what the letter says of itself alone. */
const telling = (facts: PaperFacts, letter: Partial<PaperLetter>): PaperFacts => ({
  ...facts,
  letter: { ...facts.letter, ...letter },
});
const detailed = (given: Partial<PaperLetter['details']>): Partial<PaperLetter> => ({
  details: { ...blankDetails, ...given },
});

/** A name of 60 letters, with accents and titles. */
export const LONG_NAME = 'Prof. Dr. H. Raden Mas Ngabéhi Sosroñegoro Söderström, S.H.,';
const LONG_WORD = 'Panjangsekalinamanyatanpajedasehinggatidakadatempatuntukmemutusnya';

const withParty = (given: LetterSnapshot['party']): PaperFacts => {
  const letter = letterOf(guest);
  return {
    ...{ otherSigner: null, certificates: [] },
    letter: { ...letter, snapshot: { ...letter.snapshot, party: given } },
    visits: [{ ...visit, party: given.length }],
  };
};

const sixty = Array.from({ length: 60 }, (_, index) => ({
  name: `${LONG_NAME} ${index + 1}`,
  nip: `1980010120050110${String(index).padStart(2, '0')}`,
  rank: 'Penata Muda Tingkat I (III/b)',
  position: 'Pembimbing Kemasyarakatan Ahli Pertama',
  office: null,
}));

const long = [
  {
    name: LONG_NAME,
    nip: sixty[0]?.nip ?? null,
    rank: 'Pembina Utama Madya (IV/d)',
    position: LONG_NAME,
    office: null,
  },
  { name: LONG_WORD, nip: null, rank: null, position: LONG_WORD, office: null },
];

/** Nothing is known but what every visit has. */
function blank(unit: typeof guest | typeof host): PaperFacts {
  const { letter } = facts(unit);
  const office = { ...letter.snapshot.office, letterhead: [], address: null, postcode: null, phone: null };
  return {
    ...{ otherSigner: null, certificates: [] },
    letter: {
      ...letter,
      ...{
        number: '',
        datedOn: null,
        copies: [],
        basis: '',
        dipa: '',
        nature: 'biasa',
        classification: null,
      },
      snapshot: {
        ...{ takenOn: '2025-10-20', signer: null, party: [] },
        office: { ...office, email: null, webPage: null },
      },
    },
    visits: [
      {
        ...visit,
        ...{ purpose: '', topics: [], programs: [], questions: [], place: '', conditions: '', reason: null },
        ...{ party: 0, contact: { name: '', phone: null }, people: [], tookPlace: false },
        request: { number: '', datedOn: null },
        reply: { number: '', datedOn: null },
        assignment: { number: '', datedOn: null },
        ...{ sessions: [], attendees: [], outcome: null, promises: [], photos: [] },
      },
    ],
  };
}

const leg = (
  name: string,
  place: string,
  hours: PaperVisit['time'],
  zone: PaperVisit['zone'],
): PaperVisit => ({
  ...visit,
  host: { code: name.toLowerCase().replaceAll(' ', '-'), name, kind: 'upt', place },
  place: '',
  time: hours,
  zone,
  reply: { number: '', datedOn: null },
  ...{ sessions: [], outcome: null, promises: [] },
});

const trip: PaperFacts = {
  ...{ letter: letterOf(guest), otherSigner: null, certificates: [] },
  visits: [
    visit,
    leg(
      'Lapas Kelas IIA Bontang',
      'Bontang',
      at('2025-11-03T01:00:00Z', '2025-11-05T07:00:00Z'),
      'Asia/Makassar',
    ),
    leg(
      'Lapas Kelas IIB Jayapura',
      'Jayapura',
      at('2025-11-10T00:30:00Z', '2025-11-10T03:00:00Z'),
      'Asia/Jayapura',
    ),
  ],
};

const joint = {
  guests: [guest, { code: 'undip', name: 'Universitas Contoh', kind: 'partner', place: null }] as const,
};

const travel = detailed({
  ...{ authority: 'Dewi Lestari, S.E.', authorityNip: '198503122010122002', costLevel: 'C' },
  ...{ transport: 'Kendaraan dinas', budgetAccount: '524111' },
});

const minutes: PaperLetter['minutes'] = [
  {
    ...{
      session: 's2',
      title: 'Peninjauan lahan dan ternak',
      said: 'Lahan dibagi menurut blok.\nAir dari sumur.',
    },
    ...{ concluded: 'Satu penanggung jawab untuk setiap blok.', promised: '' },
  },
  {
    session: 'dulu',
    title: 'Sesi yang dihapus',
    said: 'Tetap tercatat.',
    concluded: '',
    promised: 'Dikirim.',
  },
];

const certificates: PaperFacts['certificates'] = [
  {
    ...{ name: 'dr. Siti Rahayu, S.H., M.H.', position: 'Kepala Bapas', office: null },
    ...{ code: 'ACDE-FGHJ-KMNP', url: 'https://sambang.contoh.test/periksa/ACDEFGHJKMNP' },
  },
  {
    ...{ name: LONG_NAME, position: null, office: 'Universitas Contoh' },
    ...{ code: 'QRTU-VWXY-3467', url: 'https://sambang.contoh.test/periksa/QRTUVWXY3467' },
  },
];

const crowd: PaperFacts = (() => {
  const given = withParty(sixty);
  const [first] = given.visits;
  const all = sixty.map(({ name }, index) =>
    attendee(`b${index}`, 'guest', name, 'present', { signature: SIGNED }),
  );
  return { ...given, visits: [{ ...first, attendees: all }] };
})();

/** What papers are written from, by the name of its golden texts. */
export const paperCases: Readonly<Record<string, readonly [LetterKind, PaperFacts]>> = {
  permohonan: ['surat-permohonan', facts(guest)],
  'balasan-menerima': ['surat-balasan', facts(host)],
  'balasan-waktu-lain': ['surat-balasan', facts(host, { word: 'proposes' })],
  'balasan-menolak': ['surat-balasan', facts(host, { word: 'declines' })],
  'balasan-belum': ['surat-balasan', facts(host, { word: 'open' })],
  tugas: ['surat-tugas', facts(guest)],
  'tugas-tuan-rumah': ['surat-tugas', facts(host)],
  undangan: ['undangan', facts(host, joint)],
  'undangan-tamu': ['undangan', facts(guest)],
  'tugas-daring': [
    'surat-tugas',
    facts(guest, { mode: 'online', meetingLink: 'https://rapat.contoh.test/abc' }),
  ],
  'undangan-campuran': [
    'undangan',
    facts(host, { mode: 'hybrid', meetingLink: 'https://rapat.contoh.test/abc' }),
  ],
  keterangan: ['surat-keterangan', facts(guest)],
  'keterangan-tuan-rumah': ['surat-keterangan', facts(host)],
  'permohonan-60': ['surat-permohonan', withParty(sixty)],
  'tugas-60': ['surat-tugas', withParty(sixty)],
  'keterangan-60': ['surat-keterangan', withParty(sixty)],
  'permohonan-panjang': ['surat-permohonan', withParty(long)],
  'tugas-panjang': ['surat-tugas', withParty(long)],
  'permohonan-kosong': ['surat-permohonan', blank(guest)],
  'balasan-kosong': ['surat-balasan', blank(host)],
  'tugas-kosong': ['surat-tugas', blank(guest)],
  'undangan-kosong': ['undangan', blank(guest)],
  'keterangan-kosong': ['surat-keterangan', blank(host)],
  'tugas-perjalanan': ['surat-tugas', trip],
  'keterangan-perjalanan': ['surat-keterangan', trip],
  'tugas-elektronik': [
    'surat-tugas',
    telling(facts(guest), { signing: 'electronic', signatureMark: '${ttd_pengirim}' }),
  ],
  spd: ['spd', telling(facts(guest), travel)],
  'spd-perjalanan': ['spd', telling(trip, travel)],
  'spd-kosong': ['spd', blank(guest)],
  acara: ['susunan-acara', facts(host)],
  'acara-dua-hari': [
    'susunan-acara',
    facts(host, {
      sessions: [
        ...sessions,
        {
          id: 's4',
          ...at('2025-10-31T01:00:00Z', '2025-10-31T03:00:00Z'),
          title: 'Penutup',
          place: '',
          persons: [],
        },
      ],
    }),
  ],
  'acara-kosong': ['susunan-acara', blank(host)],
  hadir: ['daftar-hadir', facts(host)],
  'hadir-terisi': ['daftar-hadir', telling(facts(guest), detailed({ filling: 'recorded' }))],
  'hadir-60': ['daftar-hadir', telling(crowd, detailed({ filling: 'recorded' }))],
  'hadir-kosong': ['daftar-hadir', blank(host)],
  notula: [
    'notula',
    telling(facts(host), { ...detailed({ chair: 'Agus Wibowo', minuteTaker: 'Rina' }), minutes }),
  ],
  'notula-kosong': ['notula', blank(host)],
  laporan: [
    'laporan-perjalanan',
    telling(facts(guest), detailed({ conclusion: 'Dapat ditiru.\nMurah.', suggestions: 'Dilanjutkan.' })),
  ],
  'laporan-tuan-rumah': ['laporan-perjalanan', facts(host)],
  'laporan-perjalanan': ['laporan-perjalanan', trip],
  'laporan-kosong': ['laporan-perjalanan', blank(guest)],
  'berita-acara': [
    'berita-acara',
    {
      ...facts(host),
      otherSigner: { name: 'Siti Rahayu', position: 'Plt. Kepala Bapas Kelas II Purwokerto' },
    },
  ],
  'berita-acara-tamu': ['berita-acara', telling(facts(guest), detailed({ agreed: 'Saling berkunjung.' }))],
  'berita-acara-kosong': ['berita-acara', blank(host)],
  piagam: ['piagam', { ...facts(host), certificates }],
  'piagam-panjang': [
    'piagam',
    {
      ...facts(host, { title: `Belajar ${LONG_NAME} ${LONG_NAME}`, place: LONG_NAME }),
      certificates: certificates.map((one) => ({
        ...one,
        name: LONG_NAME,
        position: LONG_NAME,
        office: LONG_NAME,
      })),
    },
  ],
  'piagam-kosong': ['piagam', blank(host)],
};
