import { blankDetails } from './letter-details.js';
import type { PaperFacts, PaperOffice, PaperVisit } from './paper-facts.js';

const guest: PaperOffice = {
  ...{ code: 'bapas-purwokerto', name: 'Bapas Kelas II Purwokerto', kind: 'upt', place: 'Purwokerto' },
};
const host: PaperOffice = {
  ...{ code: 'rutan-banjarnegara', name: 'Rutan Kelas IIB Banjarnegara', kind: 'upt', place: 'Banjarnegara' },
};

const onDay = (from: string, to: string) => ({
  ...{ startsAt: new Date(`2025-10-30T${from}:00Z`), endsAt: new Date(`2025-10-30T${to}:00Z`) },
});

const attendee = (
  name: string,
  side: 'guest' | 'host',
  position: string,
): PaperVisit['attendees'][number] => ({
  ...{ id: name, side, name, rank: null, position, office: null },
  ...{ attendance: 'present', representedBy: null, signature: null },
});

const visit: PaperVisit = {
  ...{ reference: 'ST-2025-000123', kind: 'study-visit', title: 'Belajar ketahanan pangan dan kehumasan' },
  purpose: 'Melihat lahan, ternak, dan pengolahan hasil.\nMembawa pulang cara kerja yang dapat ditiru.',
  topics: ['ketahanan pangan', 'kehumasan'],
  programs: ['13 Program Akselerasi nomor 2: Memberdayakan warga binaan untuk mendukung ketahanan pangan'],
  questions: ['Bagaimana lahan dibagi?', 'Siapa yang menulis berita?'],
  ...{ mode: 'hybrid', place: 'Aula', meetingLink: 'https://rapat.contoh.id/studi-tiru' },
  time: {
    ...{ startsAt: new Date('2025-10-30T02:00:00Z'), endsAt: new Date('2025-10-30T05:00:00Z') },
    ownHours: null,
  },
  proposed: {
    ...{ startsAt: new Date('2025-11-03T02:00:00Z'), endsAt: new Date('2025-11-03T05:00:00Z') },
    ownHours: null,
  },
  ...{ zone: 'Asia/Jakarta', word: 'accepts', reason: 'Aula sedang diperbaiki.', tookPlace: true },
  ...{ guests: [guest], host, party: 5, contact: { name: "Nur'aini", phone: '+6281234567890' } },
  conditions: 'Membawa tanda pengenal.\nTelepon genggam ditinggal di loker.',
  request: { number: 'WP.13.PAS.7-PK.01.08-118', datedOn: '2025-10-06' },
  reply: { number: 'WP.13.PAS.9-PK.01.08-77', datedOn: '2025-10-10' },
  assignment: { number: 'WP.13.PAS.7-KP.04.01-91', datedOn: '2025-10-20' },
  sessions: [
    { id: '1', ...onDay('02:00', '02:30'), title: 'Pembukaan', place: '', persons: [] },
    { id: '2', ...onDay('02:30', '05:00'), title: 'Peninjauan lahan', place: 'Kebun', persons: ['Rina'] },
  ],
  attendees: [
    attendee('dr. Siti Rahayu, S.H., M.H.', 'guest', 'Kepala Bapas'),
    attendee('Rina', 'host', 'Kasubsi Kegiatan Kerja'),
  ],
  outcome: {
    outcomes: 'Lahan 1,2 hektare dikelola bersama.\nHasil panen diolah menjadi keripik.',
    ...{ decisions: 'Bapas menyiapkan lahan contoh.', notes: '', learning: [] },
  },
  promises: [
    { what: 'Menyiapkan lahan contoh', unitName: guest.name, person: 'Budi Santoso', dueOn: '2025-12-01' },
  ],
  photos: [],
  people: [
    { name: 'dr. Siti Rahayu, S.H., M.H.', rank: 'Pembina (IV/a)', position: 'Kepala Bapas', office: null },
    { name: 'Ketut Wijaya', rank: null, position: 'Dosen', office: 'Universitas Contoh' },
  ],
};

const second: PaperVisit = {
  ...visit,
  reference: 'ST-2025-000124',
  host: {
    ...{ code: 'rutan-purbalingga', name: 'Rutan Kelas IIB Purbalingga', kind: 'upt', place: 'Purbalingga' },
  },
  time: {
    ...{ startsAt: new Date('2025-10-31T02:00:00Z'), endsAt: new Date('2025-10-31T04:00:00Z') },
    ownHours: null,
  },
};

const [name, letterhead] = [
  guest.name,
  ['KEMENTERIAN IMIGRASI DAN PEMASYARAKATAN REPUBLIK INDONESIA', 'BALAI PEMASYARAKATAN KELAS II PURWOKERTO'],
];

/** Facts of a visit that might be, or of a trip: what templates are tried with. */
export function templateExample({ isTrip }: { isTrip: boolean }): PaperFacts {
  return {
    otherSigner: { name: 'Siti Aminah', position: 'Kepala Rutan Kelas IIB Banjarnegara' },
    certificates: [
      {
        ...{ name: 'dr. Siti Rahayu, S.H., M.H.', position: 'Kepala Bapas', office: null },
        ...{ code: 'ACDE-FGHJ-KMNP', url: 'https://sambang.contoh.id/periksa/ACDEFGHJKMNP' },
      },
    ],
    letter: {
      ...{ organisation: guest.code, number: 'WP.13.PAS.7-PK.01.08-120', datedOn: '2025-10-24' },
      ...{ nature: 'biasa', attachment: '1 (satu) berkas', subject: '', classification: 'PK.01.08' },
      copies: ['Kepala Kantor Wilayah Ditjenpas Jawa Tengah', 'Arsip'],
      basis: 'Nota dinas Kepala Seksi Bimbingan nomor ND-12 tanggal 2 Oktober 2025',
      dipa: 'DIPA-137.05.2.653208/2025 tanggal 2 Desember 2024',
      ...{ signing: 'wet', signatureMark: '' },
      details: {
        ...{ ...blankDetails, chair: 'Agus Wibowo', minuteTaker: 'Rina', conclusion: 'Dapat ditiru.' },
        ...{ suggestions: 'Dilanjutkan.', agreed: 'Saling berkunjung.', contribution: 'peserta' },
        ...{ authority: 'Dewi Lestari, S.E.', authorityNip: '198503122010122002', costLevel: 'C' },
        ...{ transport: 'Kendaraan dinas', departsFrom: 'Purwokerto', departsOn: '2025-10-30' },
        ...{ returnsOn: '2025-10-30', budgetOffice: guest.name, budgetAccount: '524111' },
      },
      minutes: [
        {
          ...{ session: '2', title: 'Peninjauan lahan', said: 'Lahan dibagi menurut blok.' },
          ...{ concluded: 'Satu penanggung jawab tiap blok.', promised: 'Dicoba di Bapas.' },
        },
      ],
      snapshot: {
        takenOn: '2025-10-20',
        office: {
          ...{ code: guest.code, name, letterhead, emblem: null, place: 'Purwokerto' },
          ...{ address: 'Jalan Pasukan Pelajar Imam No. 10', postcode: '53116', phone: '+62281635012' },
          ...{ email: 'bapas@contoh.id', webPage: 'bapas.contoh.id' },
        },
        signer: {
          ...{ name: 'Agus Wibowo, Bc.IP., S.H.', nip: '197001012000011001' },
          ...{ rank: 'Pembina Tingkat I (IV/b)', position: 'Kepala Bapas Kelas II Purwokerto' },
        },
        party: [
          {
            ...{ name: 'dr. Siti Rahayu, S.H., M.H.', nip: '197803112003122001' },
            ...{ rank: 'Pembina (IV/a)', position: 'Kepala Bapas', office: null },
          },
          {
            ...{ name: 'Budi Santoso, A.Md.IP., S.Sos.', nip: '198001012005011001' },
            ...{ rank: 'Penata (III/c)', position: 'Kasubsi Bimbingan', office: null },
          },
        ],
      },
    },
    visits: isTrip ? [visit, second] : [visit],
  };
}
