import { blankDetails } from '../../src/paperwork/domain/letter-details.js';
import type { LetterSnapshot } from '../../src/paperwork/domain/letter-snapshot.js';
import type { PaperAttendee, PaperLetter, PaperVisit } from '../../src/paperwork/domain/paper-facts.js';

export const at = (from: string, to: string) => ({
  startsAt: new Date(from),
  endsAt: new Date(to),
  ownHours: null,
});

export const guest = {
  code: 'bapas-purwokerto',
  name: 'Bapas Kelas II Purwokerto',
  kind: 'upt',
  place: 'Purwokerto',
} as const;
export const host = {
  code: 'rutan-banjarnegara',
  name: 'Rutan Kelas IIB Banjarnegara',
  kind: 'upt',
  place: 'Banjarnegara',
} as const;

const officeOf = (unit: { code: string; name: string; place: string }) => ({
  ...{ code: unit.code, name: unit.name, emblem: null, place: unit.place },
  letterhead: [
    'KEMENTERIAN IMIGRASI DAN PEMASYARAKATAN REPUBLIK INDONESIA',
    'KANTOR WILAYAH DIREKTORAT JENDERAL PEMASYARAKATAN JAWA TENGAH',
    unit.name.toUpperCase(),
  ],
  ...{ address: 'Jalan Pasukan Pelajar Imam No. 10', postcode: '53116', phone: '+62281635012' },
  ...{ email: `${unit.code}@contoh.test`, webPage: 'bapas.contoh.test' },
});

const party: LetterSnapshot['party'] = [
  ['dr. Siti Rahayu, S.H., M.H.', '197803112003122001', 'Pembina (IV/a)', 'Kepala Bapas'],
  ['Budi Santoso, A.Md.IP., S.Sos.', '198001012005011001', 'Penata (III/c)', 'Kasubsi Bimbingan'],
  ["Nur'aini", null, 'Pengatur (II/c)', null],
].map(([name, nip, rank, position]) => ({
  ...{ name: name ?? '', nip: nip ?? null, rank: rank ?? null, position: position ?? null, office: null },
}));

const signer = (position: string) => ({
  name: 'Agus Wibowo, Bc.IP., S.H.',
  nip: '197001012000011001',
  rank: 'Pembina Tingkat I (IV/b)',
  position,
});

const snapshotOf = (unit: typeof guest | typeof host): LetterSnapshot => ({
  takenOn: '2025-10-20',
  office: officeOf(unit),
  signer: signer(`Kepala ${unit.name}`),
  party,
});

export const letterOf = (unit: typeof guest | typeof host): PaperLetter => ({
  organisation: unit.code,
  snapshot: snapshotOf(unit),
  number: 'WP.13.PAS.7-PK.01.08-120',
  datedOn: '2025-10-24',
  nature: 'segera',
  attachment: '',
  subject: '',
  classification: 'PK.01.08',
  copies: ['Kepala Kantor Wilayah Ditjenpas Jawa Tengah', 'Arsip'],
  basis: 'nota dinas Kepala Seksi Bimbingan nomor ND-12 tanggal 2 Oktober 2025.',
  dipa: 'DIPA-137.05.2.653208/2025 tanggal 2 Desember 2024',
  ...{ signing: 'wet', signatureMark: '', details: blankDetails, minutes: [] },
});

const onDay = (from: string, to: string) => ({
  startsAt: new Date(`2025-10-30T${from}:00+07:00`),
  endsAt: new Date(`2025-10-30T${to}:00+07:00`),
});

export const sessions: PaperVisit['sessions'] = [
  { id: 's1', ...onDay('09:00', '09:30'), title: 'Pembukaan', place: '', persons: [] },
  {
    ...{
      id: 's2',
      ...onDay('09:30', '11:00'),
      title: 'Peninjauan lahan dan ternak',
      place: 'Kebun belakang',
    },
    persons: ['Joko Susilo, S.P.', 'Rina'],
  },
  {
    ...{ id: 's3', ...onDay('11:00', '12:00'), title: 'Kehumasan: menulis berita', place: '' },
    persons: ["Nur'aini"],
  },
];

export const attendee = (
  id: string,
  side: PaperAttendee['side'],
  name: string,
  attendance: PaperAttendee['attendance'],
  rest: Partial<PaperAttendee> = {},
): PaperAttendee => ({
  ...{ id, side, name, attendance, rank: null, position: null, office: null },
  ...{ representedBy: null, signature: null, ...rest },
});

export const SIGNED = {
  svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 400" width="1000" height="400"><path d="M100 300L400 100L700 300" fill="none" stroke="#111111" stroke-width="10"/></svg>',
  ...{ width: 1000, height: 400 },
};

const attendees: PaperVisit['attendees'] = [
  attendee('a1', 'guest', 'dr. Siti Rahayu, S.H., M.H.', 'present', {
    position: 'Kepala Bapas',
    signature: SIGNED,
  }),
  attendee('a2', 'guest', 'Budi Santoso, A.Md.IP., S.Sos.', 'late'),
  attendee('a3', 'guest', "Nur'aini", 'represented', { representedBy: 'Wahyu' }),
  attendee('a4', 'invited', 'Ketut Wijaya', 'excused', { office: 'Universitas Contoh' }),
  attendee('a5', 'host', 'Agus Wibowo, Bc.IP., S.H.', 'present', { position: 'Kepala Rutan' }),
  attendee('a6', 'host', 'Rina', null),
];

const outcome: PaperVisit['outcome'] = {
  outcomes: 'Lahan 1,2 hektare dikelola 24 orang.\nHasil panen diolah menjadi keripik.',
  decisions: 'Bapas menyiapkan lahan contoh.\nRutan mengirim pendamping.',
  notes: '',
  learning: [{ question: 'Bagaimana lahan dibagi?', answer: 'Menurut blok, dengan satu penanggung jawab.' }],
};

const promises: PaperVisit['promises'] = [
  {
    what: 'Menyiapkan lahan contoh 200 m²',
    unitName: guest.name,
    person: 'Budi Santoso',
    dueOn: '2025-12-01',
  },
  { what: 'Mengirim pendamping', unitName: host.name, person: '', dueOn: '2025-12-15' },
];

export const visit: PaperVisit = {
  reference: 'ST-2025-000123',
  kind: 'study-visit',
  title: 'Belajar ketahanan pangan dan kehumasan',
  purpose: 'Melihat lahan, ternak, dan pengolahan hasil.\nMembawa pulang cara kerja yang dapat ditiru.',
  topics: ['ketahanan pangan', 'kehumasan'],
  programs: ['13 Program Akselerasi nomor 2: Memberdayakan warga binaan untuk mendukung ketahanan pangan'],
  questions: ['Bagaimana lahan dibagi?', 'Siapa yang menulis berita?'],
  mode: 'on-site',
  place: 'Aula',
  meetingLink: null,
  time: at('2025-10-30T02:00:00Z', '2025-10-30T05:00:00Z'),
  proposed: at('2025-11-03T02:00:00Z', '2025-11-05T08:00:00Z'),
  zone: 'Asia/Jakarta',
  word: 'accepts',
  reason: 'Aula sedang diperbaiki.',
  tookPlace: true,
  guests: [guest],
  host,
  party: 5,
  contact: { name: "Nur'aini", phone: '+6281234567890' },
  conditions: 'Membawa tanda pengenal.\nTelepon genggam ditinggal di loker.',
  request: { number: 'WP.13.PAS.7-PK.01.08-118', datedOn: '2025-10-06' },
  reply: { number: 'WP.13.PAS.9-PK.01.08-77', datedOn: '2025-10-10' },
  assignment: { number: 'WP.13.PAS.7-KP.04.01-91', datedOn: '2025-10-20' },
  ...{ sessions, attendees, outcome, promises, photos: [] },
  people: [
    { name: 'dr. Siti Rahayu, S.H., M.H.', rank: 'Pembina (IV/a)', position: 'Kepala Bapas', office: null },
    { name: 'Ketut Wijaya', rank: null, position: 'Dosen', office: 'Universitas Contoh' },
  ],
};
