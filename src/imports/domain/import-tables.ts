/** What a file may bring. */
export const importKinds = ['people', 'plans', 'history'] as const;
export type ImportKind = (typeof importKinds)[number];

export interface ImportColumn {
  key: string;
  title: string;
  /** Other headings that mean the same, in lower case. */
  also?: readonly string[];
  needed?: true;
  /** Of a column that files had not from the beginning: while it is empty, a row is what it was without it. */
  later?: true;
  hint: string;
  example: string;
}

export interface ImportTable {
  name: string;
  lead: string;
  /** What one row makes, for counts: `3 orang`. */
  makes: string;
  columns: readonly ImportColumn[];
}

const people: readonly ImportColumn[] = [
  { key: 'nama', title: 'Nama', also: ['nama lengkap'], needed: true, hint: '', example: 'Sari Dewi, S.H.' },
  {
    key: 'surel',
    title: 'Surel',
    also: ['email', 'e-mail'],
    needed: true,
    hint: 'undangan dikirim ke alamat ini',
    example: 'sari@contoh.go.id',
  },
  {
    key: 'upt',
    title: 'UPT',
    also: ['unit', 'unit kerja', 'satuan kerja', 'satker', 'kode upt'],
    needed: true,
    hint: 'nama atau kode; untuk petugas Kanwil nama Kanwil',
    example: 'Bapas Kelas II Purwokerto',
  },
  { key: 'peran', title: 'Peran', needed: true, hint: 'petugas, kepala, atau kanwil', example: 'petugas' },
  { key: 'nip', title: 'NIP', hint: '18 angka, kolom berjenis teks', example: '198501012010011001' },
  {
    key: 'pangkat',
    title: 'Pangkat',
    also: ['pangkat/golongan', 'golongan'],
    hint: '',
    example: 'Penata Muda (III/a)',
  },
  { key: 'jabatan', title: 'Jabatan', hint: '', example: 'Pembimbing Kemasyarakatan' },
  {
    key: 'telepon',
    title: 'Telepon',
    also: ['hp', 'no hp', 'whatsapp', 'telp'],
    hint: '',
    example: '0812-3456-7890',
  },
];

const visit: readonly ImportColumn[] = [
  {
    key: 'tanggal',
    title: 'Tanggal',
    needed: true,
    hint: 'misalnya 30 Oktober 2025',
    example: '30 Oktober 2025',
  },
  { key: 'sampai', title: 'Sampai tanggal', hint: 'bila lebih dari satu hari', example: '' },
  {
    key: 'mulai',
    title: 'Mulai',
    also: ['jam mulai'],
    needed: true,
    hint: 'waktu tuan rumah',
    example: '09.00',
  },
  { key: 'selesai', title: 'Selesai', also: ['jam selesai'], needed: true, hint: '', example: '12.00' },
  {
    key: 'tamu',
    title: 'UPT tamu',
    also: ['tamu'],
    needed: true,
    hint: 'nama atau kode',
    example: 'Bapas Kelas II Purwokerto',
  },
  {
    key: 'tuan',
    title: 'UPT tuan rumah',
    also: ['tuan rumah', 'upt tujuan'],
    needed: true,
    hint: 'nama atau kode',
    example: 'Rutan Kelas IIB Banjarnegara',
  },
  {
    key: 'jenis',
    title: 'Jenis',
    hint: 'studi tiru, kunjungan kerja, atau koordinasi; kosong berarti studi tiru',
    example: 'studi tiru',
  },
  {
    key: 'judul',
    title: 'Judul',
    also: ['kegiatan'],
    needed: true,
    hint: '',
    example: 'Ketahanan pangan dan kehumasan',
  },
  {
    key: 'mitra',
    title: 'Mitra luar',
    also: ['mitra', 'mitra yang ikut'],
    later: true,
    hint: 'yang ikut dengan tamu; pisahkan dengan titik koma',
    example: '',
  },
  { key: 'tujuan', title: 'Tujuan', hint: '', example: 'Melihat kebun dan pengelolaannya' },
  {
    key: 'topik',
    title: 'Topik',
    hint: 'pisahkan dengan titik koma',
    example: 'Ketahanan pangan; Kehumasan',
  },
  { key: 'program', title: 'Program', hint: 'kode atau nama, pisahkan dengan titik koma', example: '' },
  {
    key: 'cara',
    title: 'Cara bertemu',
    hint: 'tatap muka, daring, atau keduanya; kosong berarti tatap muka',
    example: 'tatap muka',
  },
  { key: 'tautan', title: 'Tautan rapat', also: ['link', 'tautan'], hint: 'https, bila daring', example: '' },
  { key: 'tempat', title: 'Tempat', hint: '', example: '' },
  { key: 'jumlah', title: 'Jumlah rombongan', also: ['jumlah peserta'], hint: 'orang', example: '12' },
  { key: 'surat', title: 'Nomor surat permohonan', also: ['nomor surat'], hint: '', example: '' },
];

const history: readonly ImportColumn[] = [
  ...visit,
  {
    key: 'hasil',
    title: 'Hasil',
    also: ['ringkasan'],
    hint: 'menjadi ringkasan; tidak dikirim kepada siapa pun',
    example: '',
  },
  { key: 'keputusan', title: 'Keputusan', hint: '', example: '' },
  { key: 'catatan', title: 'Catatan', hint: '', example: '' },
  { key: 'janji', title: 'Tindak lanjut', hint: '', example: 'Membuat satu demplot' },
  {
    key: 'pelaksana',
    title: 'Yang mengerjakan',
    hint: 'tamu atau tuan rumah; kosong berarti tamu',
    example: 'tamu',
  },
  { key: 'penanggung', title: 'Penanggung jawab', hint: '', example: 'Sari Dewi' },
  { key: 'tenggat', title: 'Paling lambat', hint: '', example: '31 Desember 2025' },
];

/** How each kind of file is built. */
export const importTables: Readonly<Record<ImportKind, ImportTable>> = {
  people: {
    name: 'Orang',
    lead: 'Setiap orang mendapat akun dan undangan lewat surel.',
    makes: 'orang diundang',
    columns: people,
  },
  plans: {
    name: 'Rencana kunjungan',
    lead: 'Draf yang masih akan diajukan, atau kunjungan yang sudah disepakati di luar Sambang.',
    makes: 'rencana dicatat',
    columns: [
      ...visit,
      {
        key: 'status',
        title: 'Status',
        needed: true,
        hint: 'draf (hanya sebagai tamu) atau disepakati',
        example: 'disepakati',
      },
    ],
  },
  history: {
    name: 'Riwayat kunjungan',
    lead: 'Kunjungan yang sudah dilaksanakan, sejak 2015.',
    makes: 'kunjungan dicatat',
    columns: history,
  },
};

const plain = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/\*/g, '')
    .replace(/\([^)]*\)/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** A row of a file by the columns' keys, with its number as the program of tables shows it. */
export interface FileRow {
  number: number;
  cells: Readonly<Record<string, string>>;
}

/** The rows of a file under its headings, which stand in one of the first lines; or the needed ones that are missing. */
export function rowsOf(
  kind: ImportKind,
  table: readonly (readonly string[])[],
): { rows: FileRow[]; missing: null } | { rows: null; missing: string[] } {
  const { columns } = importTables[kind];
  const named = (heading: string): ImportColumn | undefined =>
    columns.find(({ title, also = [] }) => plain(title) === plain(heading) || also.includes(plain(heading)));
  const head = table.slice(0, MOST_LINES_ABOVE).findIndex((row) => row.filter(named).length >= 2);
  const headings = (table[head] ?? []).map(named);
  const missing = columns
    .filter((column) => column.needed && !headings.includes(column))
    .map(({ title }) => title);
  if (missing.length > 0) return { rows: null, missing };
  const rows = table.slice(head + 1).flatMap((row, index): FileRow[] => {
    if (row.every((cell) => cell === '')) return [];
    const cells = headings.flatMap((column, at): [string, string][] =>
      column ? [[column.key, row[at] ?? '']] : [],
    );
    return [{ number: head + index + 2, cells: Object.fromEntries(cells) }];
  });
  return { rows, missing: null };
}

/** A title and a remark may stand above the headings. */
const MOST_LINES_ABOVE = 10;

/** What tells a row's content from every other's, whatever its case, blanks and order of columns. */
export const contentOf = (kind: ImportKind, { cells }: Pick<FileRow, 'cells'>): string =>
  [
    kind,
    ...importTables[kind].columns.flatMap(({ key, later = false }): string[] => {
      const text = (cells[key] ?? '').toLowerCase().replace(/\s+/g, ' ').trim();
      return later ? (text === '' ? [] : [`${key}=${text}`]) : [text];
    }),
  ].join('\u001f');
