import { describe, expect, test } from '@jest/globals';
import { judge, type CoachPoint, type PointWord } from './coach-points.js';
import type { CoachedText } from './coach-rules.js';
import type { PressFacts } from './press-facts.js';

const guest = { code: 'bapas-purwokerto', name: 'Bapas Kelas II Purwokerto', place: 'Kab. Banyumas' };
const host = { code: 'rutan-banjarnegara', name: 'Rutan Kelas IIB Banjarnegara', place: 'Kab. Banjarnegara' };
const WORDS = 'Yang kami bawa pulang adalah cara memulai dari lahan kecil.';

const facts: PressFacts = {
  office: guest,
  kind: 'study-visit',
  title: 'Studi tiru',
  purpose: '',
  topics: ['Ketahanan pangan', 'Kehumasan'],
  programs: [{ framework: '13 Program Akselerasi', number: 2, title: 'Memberdayakan warga binaan' }],
  mode: 'on-site',
  place: 'Aula',
  time: {
    startsAt: new Date('2025-10-30T02:00:00Z'),
    endsAt: new Date('2025-10-30T05:00:00Z'),
    ownHours: null,
  },
  zone: 'Asia/Jakarta',
  guests: [guest],
  host,
  parties: [],
  invited: 0,
  sessions: [],
  summary: null,
  learned: [],
  followUps: [],
  results: [],
  products: [],
  quotes: [{ office: guest.code, speaker: 'Bambang Sudarsono', position: 'Kepala Bapas', words: WORDS }],
  leg: null,
  photos: 1,
};

const GOOD = [
  'BANJARNEGARA, 30 Oktober 2025 – Bapas Kelas II Purwokerto mendalami kehumasan di Rutan Banjarnegara.',
  `Empat orang ikut. “${WORDS}” ujar Kepala Bapas, Bambang Sudarsono.`,
  'Kegiatan ini mendukung 13 Program Akselerasi poin 2.',
].join('\n\n');

const good: CoachedText = {
  kind: 'panjang',
  content: {
    title: 'Bapas Purwokerto Belajar Kehumasan di Rutan Banjarnegara',
    body: GOOD,
    photos: [{ id: 'f1', caption: 'Kebun sayur' }],
  },
  facts,
  names: ['Budi Santoso', 'Sari'],
  cleared: ['f1'],
};

const saying = (body: string): CoachedText => ({ ...good, content: { ...good.content, body } });
const titled = (body: string): CoachedText => ({
  ...good,
  content: { ...good.content, title: 'Memulai Kebun dari Lahan Kecil', body },
});
const off = (text: CoachedText): CoachPoint[] =>
  judge(text, [])
    .filter(({ byRule, holds }) => byRule && !holds)
    .map(({ code }) => code);

describe('the rules of the coach', () => {
  test('hold of a good text, where a person still has four things to tick', () => {
    expect(off(good)).toEqual([]);
    expect(judge(good, []).filter(({ holds }) => !holds)).toHaveLength(4);
  });

  test.each<[CoachPoint, CoachedText]>([
    ['judul', { ...good, content: { ...good.content, title: 'Kunjungan' } }],
    ['judul', { ...good, content: { ...good.content, title: `${good.content.title} ${'x'.repeat(100)}` } }],
    ['kalimat', saying(`${GOOD} ${'kata '.repeat(40)}akhir.`)],
    ['lengkap', saying(`${GOOD} [Situasi belum diisi]`)],
    ['lima-w', saying(GOOD.replace('30 Oktober 2025', 'kemarin'))],
    ['lima-w', titled(GOOD.replace('Rutan Banjarnegara', 'sebuah rutan'))],
    ['lima-w', titled(GOOD.replace('kehumasan', 'hal lain'))],
    ['angka', saying(GOOD.replace('Empat orang', 'Banyak yang'))],
    ['program', saying(GOOD.replace('poin 2', 'poin 12'))],
    ['kutipan', saying(GOOD.replace(/“.*?” /u, ''))],
    ['kutipan-setuju', saying(`${GOOD} “Kami belum pernah mengatakan kalimat ini,” katanya.`)],
    ['kata-positif', saying(`${GOOD} Program sebelumnya gagal.`)],
    ['kontak', saying(`${GOOD} Hubungi 0812 3456 7890.`)],
    ['kontak', saying(`${GOOD} NIP 198001012005011001.`)],
    [
      'kontak',
      { ...good, content: { ...good.content, photos: [{ id: 'f1', caption: 'humas@contoh.test' }] } },
    ],
    ['nama-warga-binaan', saying(`${GOOD} Warga binaan bernama Joko ikut menanam.`)],
    ['nama-warga-binaan', saying(`${GOOD} Salah satu WBP, Slamet, ikut menanam.`)],
    ['nama-warga-binaan', saying(`${GOOD} Narapidana berinisial AS ikut.`)],
    ['nama-peserta', saying(`${GOOD} Budi Santoso ikut menanam.`)],
    ['foto', { ...good, content: { ...good.content, photos: [{ id: 'f1', caption: ' ' }] } }],
    ['foto', { ...good, cleared: [] }],
  ])('%s is off where it should be', (code, text) => expect(off(text)).toEqual([code]));

  test.each([
    `${GOOD} Para warga binaan Rutan Banjarnegara merawat kebun.`,
    `${GOOD} Warga binaan menanam kangkung. Semua senang.`,
    `${GOOD} Rubrik “cerita baik” dimulai pekan depan.`,
    `${GOOD} Selama dua jam peserta berdiskusi.`,
    `${GOOD} Sari hasil kebun dijual di pasar.`,
  ])('are quiet about what is right: %s', (body) => expect(off(saying(body))).toEqual([]));

  test('take a reason only where the table allows it, and a tick only where no rule judges', () => {
    const word = (point: CoachPoint, reason: string): PointWord => ({
      ...{ point, reason, byName: 'Sari', at: new Date(0) },
    });
    const broken = saying(`${GOOD} Program lama gagal. Hubungi 0812 3456 7890.`);
    const said = judge(broken, [
      word('kata-positif', 'Kutipan sejarah'),
      word('kontak', 'Boleh'),
      word('fakta', ''),
    ]);
    const holds = Object.fromEntries(said.map(({ code, holds: each }) => [code, each]));
    expect(holds).toMatchObject({ 'kata-positif': true, kontak: false, fakta: true, wajah: false });
  });

  test('ask less of a report to superiors', () => {
    const codes = judge({ ...good, kind: 'laporan-wa' }, []).map(({ code }) => code);
    expect(codes).not.toContain('kutipan');
    expect(codes).not.toContain('narasi');
    expect(codes).toContain('wajah');
  });
});
