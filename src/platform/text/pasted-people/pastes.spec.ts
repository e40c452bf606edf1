import { describe, expect, test } from '@jest/globals';
import { parsePeople, type PasteReading } from './parse-people.js';

/** Somebody as far as there is something to tell. */
type Told = Partial<Record<'name' | 'position' | 'office' | 'rank' | 'nip' | 'email' | 'phone', string>>;

const read = (text: string, reading?: PasteReading): Told[] =>
  parsePeople(text, reading).people.map(({ line: _, ...person }) =>
    Object.fromEntries(Object.entries(person).filter(([, value]) => value !== null)),
  );
const faults = (text: string): string[] =>
  parsePeople(text).faults.map(({ line, message }) => `${line}: ${message}`);

const NIP = '198001012005011001';
const budi = { name: 'Budi Santoso' };

describe('A list as people paste it', () => {
  test.each<[what: string, text: string, people: Told[]]>([
    ['titles without dots', 'Budi Santoso, SH, MH', [{ name: 'Budi Santoso, SH, MH' }]],
    ['titles in one piece', 'Budi Santoso, SH MH', [{ name: 'Budi Santoso, SH MH' }]],
    ['titles with a dot at the end', 'BUDI SANTOSO, SH., MH.', [{ name: 'BUDI SANTOSO, SH., MH.' }]],
    [
      'titles with blanks',
      'Ani, S. Sos, M. Si, Kasubag Tata Usaha',
      [{ name: 'Ani, S. Sos, M. Si', position: 'Kasubag Tata Usaha' }],
    ],
    [
      'titles of this field',
      'Rian, A.Md.IP., S.H., Staf',
      [{ name: 'Rian, A.Md.IP., S.H.', position: 'Staf' }],
    ],
    ['titles of nurses', 'Dewi, S.Kep., Ns, Perawat', [{ name: 'Dewi, S.Kep., Ns', position: 'Perawat' }]],
    ['capitals that are a position', 'Joko, KPLP', [{ name: 'Joko', position: 'KPLP' }]],
    [
      'titles, position and mail',
      'Tono, ST, MT, Kasubsi Registrasi, tono@contoh.test',
      [{ name: 'Tono, ST, MT', position: 'Kasubsi Registrasi', email: 'tono@contoh.test' }],
    ],
    [
      'a quoted line end under a heading',
      'Nama\tJabatan\tSurel\n"Budi\nSantoso"\tKasubsi\tbudi@contoh.test',
      [{ ...budi, position: 'Kasubsi', email: 'budi@contoh.test' }],
    ],
    [
      'a quoted tab and a doubled quote',
      'Nama\tJabatan\n"Budi ""Bud"" Santoso"\t"Kepala\tSeksi"',
      [{ name: 'Budi "Bud" Santoso', position: 'Kepala Seksi' }],
    ],
    [
      'a quote that none closes',
      'Nama\tJabatan\n"Budi\tStaf\nAni "Nia"\tStaf',
      [
        { name: '"Budi', position: 'Staf' },
        { name: 'Ani "Nia"', position: 'Staf' },
      ],
    ],
    [
      'names with titles in quotes between commas',
      'Nama,Jabatan\n"Budi Santoso, S.H.","Kasubsi, Plt. Kasi"',
      [{ name: 'Budi Santoso, S.H.', position: 'Kasubsi, Plt. Kasi' }],
    ],
    [
      'numbering and bullets',
      '1. Budi Santoso, Kasubsi\n• Siti Aminah, Staf\n2) Ani, Staf\n- Candra, Staf\n➢ Dedi, Staf\n(5) Eka, Staf',
      ['Budi Santoso', 'Siti Aminah', 'Ani', 'Candra', 'Dedi', 'Eka'].map((name) => ({
        name,
        position: name === 'Budi Santoso' ? 'Kasubsi' : 'Staf',
      })),
    ],
    ['numbering without a blank', '1.Budi\n2.Ani', [{ name: 'Budi' }, { name: 'Ani' }]],
    [
      'numbering of a word processor',
      '1.\tBudi Santoso, Kasubsi\n2.\tAni, Staf',
      [
        { ...budi, position: 'Kasubsi' },
        { name: 'Ani', position: 'Staf' },
      ],
    ],
    ['bullets of a word processor', '•\tBudi Santoso\n•\tAni', [budi, { name: 'Ani' }]],
    [
      'a column of numbers',
      '1\tBudi Santoso\tKasubsi\n2\tAni\tStaf',
      [
        { ...budi, position: 'Kasubsi' },
        { name: 'Ani', position: 'Staf' },
      ],
    ],
    ['a label before the NIP', `Rina, NIP. ${NIP}, Staf`, [{ name: 'Rina', nip: NIP, position: 'Staf' }]],
    [
      'a NIP with blanks',
      'Rina;NIP 19800101 200501 1 001;Staf',
      [{ name: 'Rina', nip: NIP, position: 'Staf' }],
    ],
    ['a NIP marked as text', `Nama\tNIP\nRina\t'${NIP}`, [{ name: 'Rina', nip: NIP }]],
    [
      'a NIP below the name',
      `Nama / NIP\tJabatan\n"Budi Santoso, S.H.\nNIP. ${NIP}"\tKasubsi`,
      [{ name: 'Budi Santoso, S.H.', nip: NIP, position: 'Kasubsi' }],
    ],
    [
      'a NIP beside the name',
      `Budi Santoso (NIP ${NIP}), Kasubsi`,
      [{ ...budi, nip: NIP, position: 'Kasubsi' }],
    ],
    ['a NIP behind the name', `Budi Santoso NIP. ${NIP}`, [{ ...budi, nip: NIP }]],
    [
      'a column of units before the name',
      'Nama UPT\tNama Peserta\tEmail\nRutan Banjarnegara\tBudi Santoso\tbudi@contoh.test',
      [{ ...budi, office: 'Rutan Banjarnegara', email: 'budi@contoh.test' }],
    ],
    [
      'a column of units without a heading',
      'Rutan Banjarnegara\tBudi Santoso\tKasubsi\nBapas Purwokerto\tAni\tPembimbing Kemasyarakatan',
      [
        { ...budi, office: 'Rutan Banjarnegara', position: 'Kasubsi' },
        { name: 'Ani', office: 'Bapas Purwokerto', position: 'Pembimbing Kemasyarakatan' },
      ],
    ],
    [
      'a unit behind the position',
      'Budi Santoso, Kasubsi, Rutan Banjarnegara',
      [{ ...budi, position: 'Kasubsi', office: 'Rutan Banjarnegara' }],
    ],
    [
      'position and then unit',
      'Satker;Jabatan;Nama\nLapas Cilacap;Kasi;Ani',
      [{ name: 'Ani', position: 'Kasi', office: 'Lapas Cilacap' }],
    ],
    ['an address in brackets', 'Budi Santoso <Budi@Contoh.test>', [{ ...budi, email: 'budi@contoh.test' }]],
    [
      'a name in quotes before its address',
      '"Santoso, Budi" <budi@contoh.test>',
      [{ name: 'Santoso, Budi', email: 'budi@contoh.test' }],
    ],
    [
      'addresses of a mail program',
      'Budi Santoso <budi@contoh.test>;\nAni <ani@contoh.test>;',
      [
        { ...budi, email: 'budi@contoh.test' },
        { name: 'Ani', email: 'ani@contoh.test' },
      ],
    ],
    [
      'a link to an address',
      'Nama\tEmail\nBudi Santoso\tmailto:budi@contoh.test',
      [{ ...budi, email: 'budi@contoh.test' }],
    ],
    [
      'an address and a colon',
      'Budi Santoso, email: budi@contoh.test, HP: 0812 3456 7890',
      [{ ...budi, email: 'budi@contoh.test', phone: '+6281234567890' }],
    ],
    [
      'characters that nobody sees',
      'Budi\u200B Santoso;Staf;budi@contoh.test\u200B;\u202A+62 812-3456-7890\u202C\uFEFF',
      [{ ...budi, position: 'Staf', email: 'budi@contoh.test', phone: '+6281234567890' }],
    ],
    ['joiners and hard blanks', 'Budi\u00A0Santoso\u200D;\u2060Staf\u3164', [{ ...budi, position: 'Staf' }]],
    [
      'a lost zero',
      'Budi Santoso\tStaf\t81234567890',
      [{ ...budi, position: 'Staf', phone: '+6281234567890' }],
    ],
    [
      'a lost plus',
      'Budi Santoso\tStaf\t6281234567890',
      [{ ...budi, position: 'Staf', phone: '+6281234567890' }],
    ],
    [
      'an apostrophe',
      "Budi Santoso\tStaf\t'081234567890",
      [{ ...budi, position: 'Staf', phone: '+6281234567890' }],
    ],
    [
      'words beside a number',
      'Nama;No. HP/WA\nBudi Santoso;0812-3456-7890 (WA)',
      [{ ...budi, phone: '+6281234567890' }],
    ],
    [
      'a number behind a name',
      '1. Budi Santoso 0812 3456 7890\n2. Ani - 081234567891',
      [
        { ...budi, phone: '+6281234567890' },
        { name: 'Ani', phone: '+6281234567891' },
      ],
    ],
    [
      'two numbers',
      'Nama;HP\nBudi Santoso;081234567890 / 081234567891',
      [{ ...budi, phone: '+6281234567890' }],
    ],
    [
      'dashes between cells',
      '1. Budi Santoso - Kasubsi - 081234567890\n2. Ani – Staf – 081234567891',
      [
        { ...budi, position: 'Kasubsi', phone: '+6281234567890' },
        { name: 'Ani', position: 'Staf', phone: '+6281234567891' },
      ],
    ],
    [
      'brackets behind a name',
      '*Budi Santoso* (Kasubsi)\n_Ani_ (Rutan Banjarnegara)',
      [
        { ...budi, position: 'Kasubsi' },
        { name: 'Ani', office: 'Rutan Banjarnegara' },
      ],
    ],
    [
      'bars',
      '| No | Nama | Jabatan |\n|----|------|---------|\n| 1 | Budi Santoso | Kasubsi |',
      [{ ...budi, position: 'Kasubsi' }],
    ],
    [
      'ranks by their form',
      `Budi Santoso\t${NIP}\tPenata Muda Tk. I (III/b)\tKasubsi\nAni\t198501012010012002\tIII/c\tStaf`,
      [
        { ...budi, nip: NIP, rank: 'Penata Muda Tingkat I (III/b)', position: 'Kasubsi' },
        { name: 'Ani', nip: '198501012010012002', rank: 'Penata (III/c)', position: 'Staf' },
      ],
    ],
    [
      'a rank in two cells',
      'Budi Santoso, Penata Muda, III/a, Kasubsi',
      [{ ...budi, rank: 'Penata Muda (III/a)', position: 'Kasubsi' }],
    ],
    [
      'a position that sounds like a rank',
      'Budi Santoso, Penata Laporan Keuangan',
      [{ ...budi, position: 'Penata Laporan Keuangan' }],
    ],
    [
      'the table of a letter of assignment',
      `DAFTAR PESERTA STUDI TIRU\n\nNo.\tNama\tNIP\tPangkat/Gol. Ruang\tJabatan\tKet.\n1\t2\t3\t4\t5\t6\n1.\tBudi Santoso, S.H.\t19800101 200501 1 001\tPenata (III/c)\tKasubsi Registrasi\tKetua\n2.\tAni\t-\t-\tStaf\t`,
      [
        { name: 'Budi Santoso, S.H.', nip: NIP, rank: 'Penata (III/c)', position: 'Kasubsi Registrasi' },
        { name: 'Ani', position: 'Staf' },
      ],
    ],
    [
      'the blocks of a letter of assignment',
      `1. Nama : Budi Santoso, S.H.\n   NIP : 19800101 200501 1 001\n   Pangkat/Gol : Penata (III/c)\n   Jabatan : Kasubsi\n\n2. Nama : Ani\n   Jabatan : Staf\n   No. HP : 0812 3456 7890`,
      [
        { name: 'Budi Santoso, S.H.', nip: NIP, rank: 'Penata (III/c)', position: 'Kasubsi' },
        { name: 'Ani', position: 'Staf', phone: '+6281234567890' },
      ],
    ],
    [
      'a chat with a greeting',
      'Izin menyampaikan, berikut rombongan kami:\n1. Budi Santoso, Kasubsi\n2. Ani, Staf',
      [
        { ...budi, position: 'Kasubsi' },
        { name: 'Ani', position: 'Staf' },
      ],
    ],
    [
      'line ends of an old program',
      'Budi Santoso;Kasubsi\rAni;Staf',
      [
        { ...budi, position: 'Kasubsi' },
        { name: 'Ani', position: 'Staf' },
      ],
    ],
    ['what stands for nothing', 'Nama;Jabatan;Surel;HP\nBudi Santoso;-;tidak ada;–', [budi]],
    [
      'an identity number, which is not kept',
      'Nama\tNIK\tJabatan\nBudi Santoso\t3301010101800001\tStaf',
      [{ ...budi, position: 'Staf' }],
    ],
    [
      'a column of titles',
      'Nama;Gelar;Jabatan\nBudi Santoso;S.H., M.H.;Kasubsi',
      [{ name: 'Budi Santoso, S.H., M.H.', position: 'Kasubsi' }],
    ],
    [
      'empty rows of a form',
      'No\tNama\tJabatan\n1\tBudi Santoso\tStaf\n2\t\t\n3\t\t',
      [{ ...budi, position: 'Staf' }],
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
    expect(faults(text)).toEqual([]);
  });

  test('of others the word behind the name is where they are from', () => {
    expect(read('Tono;Radio Sukma\nSiti;Dekan', { second: 'office' })).toEqual([
      { name: 'Tono', office: 'Radio Sukma' },
      { name: 'Siti', office: 'Dekan' },
    ]);
    expect(read('Tono;Kepala Bidang;Dinas Pertanian', { second: 'office' })).toEqual([
      { name: 'Tono', position: 'Kepala Bidang', office: 'Dinas Pertanian' },
    ]);
  });
});
