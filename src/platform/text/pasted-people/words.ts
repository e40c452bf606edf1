/** What a column of a pasted list can hold. */
export const columnKinds = [
  'name',
  'nip',
  'rank',
  'position',
  'office',
  'email',
  'phone',
  'title',
  'none',
] as const;
export type ColumnKind = (typeof columnKinds)[number];

/** `S.H.`, `M.Si.`, `A.Md.IP.`: a title behind a comma belongs to the name before it. */
const DOTTED_TITLE = /^(?:[A-Z][A-Za-z]{0,5}\.\s?)+(?:[A-Z][A-Za-z]{0,4}\.?)?$/;
/** The usual ones, in any case and without dots and blanks. */
const TITLES = new Set(
  (
    'sh mh se mm st mt ma ba ss sap map sip mip spd mpd ssos msos msi mhum shum skom mkom spsi mpsi psikolog sikom mikom ' +
    'skm mkm mkes skep skepns ns ners amk amdkep amdkes sag mag spdi mpdi shi mhi ssi ssit spt sp mp stp mtp sfarm apt ' +
    'ssn msn sst sstpas strpas strap strsos amd amdp amdip amdpas bcip bchk mba llm msc mpa mpp mpm phd cn sak mak ca ' +
    'mkn mhli sth spdk sfil lc sstat skh skpm meng mcs sgz skeb strkeb qia crmo mars spi sei sesy mesy spsi bsc sik mik ' +
    'mtri mtrap mhan sked shut mfarm mep mpar spar sars mars sptp ssp'
  ).split(' '),
);
const squeezed = (text: string): string => text.replace(/[.\s]/g, '').toLowerCase();

/** Whether a cell is a title, or several of them. */
export const isTitle = (cell: string): boolean =>
  DOTTED_TITLE.test(cell) ||
  TITLES.has(squeezed(cell)) ||
  (/[\s.]/.test(cell) &&
    cell
      .split(/[\s.]+/)
      .filter(Boolean)
      .every((each) => TITLES.has(squeezed(each))));

/** A few capitals that are no title we know: a title, or what somebody does. */
export const mayBeTitle = (cell: string): boolean => /^[A-Z]{2,5}$/.test(cell) && !isPosition(cell);

const NIP = /(?<!\d)(?:nip\s*[.:]*\s*)?((?!0)(?:\d[\s.–-]?){17}\d)(?!\d)/i;
/** The NIP in a cell, with the cell as it is without it. */
export function nipIn(cell: string): { nip: string | null; rest: string } {
  const found = NIP.exec(cell);
  if (!found?.[1]) return { nip: null, rest: cell };
  const rest = `${cell.slice(0, found.index)} ${cell.slice(found.index + found[0].length)}`;
  const trimmed = rest.replace(/\(\s*\)/g, '').replace(/\bnip\s*[.:]*/i, '');
  return {
    nip: found[1].replace(/\D/g, ''),
    rest: trimmed
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[,;/–-]+$/, '')
      .trim(),
  };
}

/** A number that is said to be a NIP, or is too long for a telephone, whether or not it is a right one. */
const isNumberOfPerson = (cell: string): boolean =>
  /^(?:nip|nrp|nik)\b[\s.:/]*[\d][\d\s.-]{4,}$/i.test(cell) ||
  (/^\d[\d\s.-]+\d$/.test(cell) && cell.replace(/\D/g, '').length > 15);

/** A number that a spreadsheet has rounded: `1,98001E+17`. */
export const isRounded = (cell: string): boolean => /^\d+(?:[.,]\d+)?e\+?\d+$/i.test(cell.replace(/\s/g, ''));

const GRADE = String.raw`(?:I|II|III|IV)(?:\s*[/.\-]\s*|\s)[a-e]`;
/** Of those with a contract, `IX`. */
const CONTRACT_GRADE = String.raw`(?:(?:pppk|p3k)\s*[-–,/(]*\s*(?:gol(?:ongan)?\.?\s*)?|gol(?:ongan)?\.?\s*(?:ruang)?\s*)[IVX]{1,5}`;
/** `IIIc`, as some write it; `Iva` is somebody. */
const CLOSE_GRADE = /(?<![A-Za-z])(III|II|IV)([a-e])(?![A-Za-z])/;
const RANK_NAME = String.raw`(?:juru|pengatur|penata|pembina)(?:\s+(?:muda|utama|madya))*(?:\s+(?:tingkat|tk\.?)\s*(?:I|1))?`;
const RANK = new RegExp(
  `^(?:(?:gol(?:ongan)?\\.?\\s*(?:ruang)?\\s*)?[([]?${GRADE}[)\\]]?|${RANK_NAME}(?:\\s*[-–,/(]*\\s*(?:gol\\.?\\s*)?${GRADE}\\s*[)]?)?|${CONTRACT_GRADE})$`,
  'i',
);
export const isRank = (cell: string): boolean => RANK.test(cell.replace(CLOSE_GRADE, '$1/$2'));

/** An address in a cell: alone, in brackets behind a name, or as a link. */
const ADDRESS = /[^\s<>()[\],;:"']+@[^\s<>()[\],;:"']+/;
export function addressIn(cell: string): { address: string | null; rest: string } {
  const address = ADDRESS.exec(cell)?.[0] ?? null;
  if (address === null) return { address: null, rest: cell };
  const rest = cell
    .replaceAll(address, ' ')
    .replace(/mailto:/gi, ' ')
    .replace(/(?:surel|e-?mail)\s*[:.]/gi, ' ')
    .replace(/[<>()[\]"]+/g, ' ');
  return {
    address: address.replace(/\.+$/, ''),
    rest: rest
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[,:–-]+$/, '')
      .trim(),
  };
}

export const isPhoneLike = (cell: string): boolean =>
  /^[+(]?\d[\d\s().\-/\u2010-\u2015]{5,}$/.test(cell) && /(?:\d\D*){6}/.test(cell);
export const isNumbering = (cell: string): boolean => /^\(?\d{1,4}[.)]?\)?$/.test(cell);
/** What stands for nothing. */
export const isBlank = (cell: string): boolean =>
  /^(?:[-–—_.]*|n\/a|nihil|(?:tidak|tdk|belum) ada)$/i.test(cell);

const OFFICE =
  /^(?:lapas|lembaga|rutan|rumah (?:tahanan|sakit|penyimpanan)|bapas|balai|lpka|lpas|rupbasan|rsu[dp]?|kanwil|kantor|ditjen\w*|direktorat|inspektorat|bpsdm|dinas|universitas|institut|politeknik|poltek\w*|sekolah|badan|kementerian|pemerintah|pemkab|pemkot|pemprov|pemda|polres\w*|polda|polsek|kodim|kejaksaan|kejari|pengadilan|pt|cv|yayasan|lsm|koperasi|bank|upt|satker|harian|rri|tvri|kecamatan|desa|kelurahan|puskesmas|bnn[pk]?)\b/i;
const POSITION =
  /^(?:plt|plh|pj|kepala|ka\.|kalapas|karutan|kabapas|kasubsi|kasi|kasubbag|kasubag|kasubbid|kaur|kabid|kadiv|kabag|kplp|ka\s?kplp|staff?|analis|penjaga|anggota|pembimbing|asisten|pengelola|pengadministrasi|pranata|bendahara|operator|sekretaris|ketua|wakil|direktur|manaj?er|dosen|mahasiswa|guru|dokter|perawat|bidan|jf[tu]|pk (?:ahli|mahir|pertama|muda|madya)|komandan|petugas|koordinator|penelaah|penyuluh|arsiparis|wartawan|reporter|sopir|pengemudi|driver|humas|penata (?:laporan|layanan|kelola|usaha)|pelaksana|instruktur|konselor|teknisi|fotografer|peneliti|auditor|verifikator|kepegawaian|registrasi)(?:\b|(?<=\.))/i;
/** Whether words name an office, or what somebody does there. */
export const isOffice = (cell: string): boolean => OFFICE.test(cell);
export const isPosition = (cell: string): boolean => POSITION.test(cell) && !isRank(cell);

/** How lists call their columns; the first that fits. */
const headings: readonly (readonly [ColumnKind, RegExp])[] = [
  ['nip', /^(?:no(?:mor)?\b\.?\s*induk\s+pegawai|no(?:mor)?\b\.?\s*nip)\b/i],
  ['email', /^(?:alamat\s+)?(?:surel|e-?mail|email)\b/i],
  [
    'phone',
    /^(?:(?:no|nomor|nomer)\b\.?\s*)?(?:phone|mobile|hp|h\.p|telp|telepon|tlp|tel|telpon|wa|whatsapp|handphone|ponsel|kontak)\b/i,
  ],
  [
    'none',
    /^(?:no\b\.?|#|nomor|ket\b\.?|keterangan|tanda|ttd|paraf|nik\b|alamat|tanggal|tgl|tempat|jenis|jk$|l\/p|agama|pendidikan|umur|status|ukuran|timestamp)/i,
  ],
  ['nip', /^(?:nip|nrp)\b(?!\s*(?:dan|\/|&)\s*nama)/i],
  ['rank', /^(?:pangkat|rank\b|gol\b|golongan)/i],
  ['title', /^gelar\b/i],
  ['position', /^(?:nama\s+)?(?:jabatan|position|jab\b|posisi|tugas|sebagai)\b/i],
  [
    'office',
    /^(?:nama\s+)?(?:instansi|organi[sz]ation|institution|agency|unit|upt|kantor|asal|satker|satuan\s+kerja|lembaga|organisasi|perusahaan)\b/i,
  ],
  ['name', /^(?:nama|(?:full\s*)?name|peserta|pegawai|nip\s*(?:dan|\/|&)\s*nama)\b/i],
];

/** What a heading says of its column; null where it says nothing that we know. */
export const headed = (cell: string): ColumnKind | null =>
  headings.find(([, pattern]) => pattern.test(cell))?.[0] ?? null;

const LABEL =
  /^\s*(?:\(?\d{1,3}[.)]\s*|[a-z][.)]\s+|[•*-]\s*)?((?:nama|peserta|pegawai|nip|nrp|pangkat|gol|golongan|jabatan|unit|upt|instansi|asal|satker|surel|e-?mail|telp|telepon|hp|no|nomor|wa|whatsapp)[\p{L}\s./-]{0,25}?)\s*[:=]\s*(.*)$/iu;
/** `Jabatan : Kasubsi` in its two parts; null where a line says no such thing, or nothing that we know. */
export function labelled(line: string): { kind: ColumnKind; label: string; value: string } | null {
  const [, label, value] = LABEL.exec(line) ?? [];
  if (label === undefined || value === undefined) return null;
  const kind = headed(label.trim());
  return kind === null ? null : { kind, label: label.trim(), value: value.trim() };
}

/** Lines that say what the list is, and are nobody; `Selamat Riyadi` and `Hari Santoso` are. */
const LIST_TITLE =
  /^\*?(?:daftar|rombongan|(?:ketua|wakil ketua|anggota|pimpinan|pendamping)(?: (?:rombongan|tim|delegasi))?:?$|peserta\b(?!\s*[:=]\s*\S)|(?:yth|kepada)\b(?!.*\b(?:bapak|bpk|ibu|sdri?|pak|bu)\b)|lampiran|nama[- ]nama|total|jumlah|catatan|nb\b|ttd|tanda tangan|mengetahui)/i;
/** How a letter or message begins and ends. */
const GREETING =
  /^\*?(?:assalam|wassalam|selamat (?:pagi|siang|sore|malam|bertugas)|mohon|izin\b|ijin\b|berikut|terima ?kasih|demikian|bersama ini|sehubungan|dengan hormat)/i;
/** `Purwokerto, 29 November 2026`. */
const PLACE_AND_DAY = /^[\p{L} .]{3,40},\s*\d{1,2}\s+\p{L}{3,9}\s+\d{4}$/u;

/** `20 orang`. */
const COUNT = /^(?:\D{0,20}[:=]\s*)?\d{1,4}\s*(?:orang|org|pax|peserta)\b/i;

/** Whether what stands in a line is nobody, but tells of the list. */
export const isAboutList = (said: readonly string[]): boolean => {
  const [first = '', last = ''] = [said[0], said.at(-1)];
  return (
    GREETING.test(first) ||
    PLACE_AND_DAY.test(said.join(', ')) ||
    (said.length === 1 && COUNT.test(first)) ||
    ((LIST_TITLE.test(last) || last.endsWith(':')) && (said.length === 1 || last.endsWith(':')))
  );
};

/** Words without what mail programs, chats and word processors put around them. */
export const bareWords = (text: string): string =>
  text
    .replace(/^\s*(?:\d{1,3}[.)]\s*|[a-z][.)]\s+|[•·●▪◦‣*➢>–—-]\s*)/, '')
    .replace(/^"(.*)"$/, '$1')
    .replace(/^[*_~]+|[*_~]+$/g, '')
    .replace(/[\s,;:–-]+$/, '')
    .trim();

const SALUTATION =
  /^(?:(?:yth|kpd|kepada)\b\.?\s+)*(?:(?:sdri?|saudar[ai]|bpk|bapak|ibu|pak|bu|mbak|tn|ny|nn)(?:\.\s*|\s+)|a\.\s?n\.?\s+|a\/n\s+|an\.\s+)(?=\p{L})/iu;
/** A name without `Sdr.`, `Ibu`, `a.n.` before it. */
export const withoutSalutation = (name: string): string => name.replace(SALUTATION, '');

/** A word of what somebody does, amid others. */
const POSITION_INSIDE =
  /(?<=\p{L}.*[\s-])(?:plt|plh|kepala|kalapas|karutan|kabapas|kasubsi|kasie?|kasubbag|kasubag|kaur|kabid|kplp|staff?|nip|nrp|hp|jabatan|pangkat|lapas|rutan|bapas|kanwil|lpka)(?![\p{L}\d])/iu;
/** What nobody is called. */
const OFFICIAL =
  /^(?:plt|plh|pj\.|kepala\b|kalapas|karutan|kabapas|kasubsi|kasi\b|kasubbag|kasubag|kasubbid|kaur\b|kabid|kabag|kadiv|staff?\b|pembimbing|analis|pengelola|pengadministrasi|jft\b|jfu\b|operator|bendahara|sekretaris|petugas|anggota$|pelaksana$)/i;
const TWO_PEOPLE = /\p{L}{2}.*(?:\s(?:dan|serta)\s|\s*[&+]\s*)\p{L}{2}/iu;
const SLASHED = /\p{L}{2}\s*\/\s*[\p{L}\d]{2}/u;
const NUMBERED_INSIDE = /\p{L}.*\s\(?\d{1,3}[.)]\s*\p{L}/u;

const quoted = (text: string): string => `“${text.length > 40 ? `${text.slice(0, 39)}…` : text}”`;

/** Two to four words with capitals that name neither an office nor what somebody does: maybe somebody else. */
export const looksLikeName = (text: string): boolean =>
  /^(?:\p{Lu}[\p{L}'.]*\s+){1,3}\p{Lu}[\p{L}'.]*$/u.test(text) && !isPosition(text) && !isOffice(text);

/** Why a name cannot be one; null for what may be. */
function nameFault(name: string): string | null {
  if (isRank(name)) return `${quoted(name)} tampak seperti pangkat, bukan nama.`;
  if (OFFICIAL.test(name)) return `${quoted(name)} tampak seperti jabatan, bukan nama.`;
  if (TWO_PEOPLE.test(name)) return severalPeople(name);
  return SLASHED.test(name) ? `${quoted(name)} memuat garis miring; pisahkan isinya dengan koma.` : null;
}

const severalPeople = (text: string): string =>
  `${quoted(text)} tampak seperti lebih dari satu orang; tulis satu orang satu baris.`;

/** What may not be a name. */
const isOddName = (name: string): boolean =>
  isOffice(name) || isPosition(name) || POSITION_INSIDE.test(name) || /[:=<>[\]{}|@]|\d{4}|^\d+\s/.test(name);

/**
 * Why somebody cannot have been read rightly, and what has to be looked at; both null where nothing is odd.
 *
 * @param isCertain whether the list or its reader says what its columns are
 */
export function oddPerson(
  { name, position, office }: { name: string; position: string | null; office: string | null },
  isCertain: boolean,
): { fault: string | null; note: string | null } {
  const several = [name, isCertain ? '' : (position ?? '')].find((text) => NUMBERED_INSIDE.test(text));
  const fault = several === undefined ? nameFault(name) : severalPeople(several);
  if (fault !== null) return { fault, note: null };
  if (isOddName(name)) {
    return { fault, note: `${quoted(name)} dibaca sebagai nama; periksa apakah memang nama orang.` };
  }
  const beside = office?.includes(', ') ? `${position ?? ''}, ${office}` : (position ?? '');
  const other = isCertain
    ? undefined
    : beside
        .split(/, | dan |\(/)
        .map((words) => words.trim())
        .find(looksLikeName);
  const note =
    other === undefined
      ? null
      : `${quoted(other)} dibaca sebagai jabatan atau asal ${name}; bila itu orang lain, tulis satu orang satu baris.`;
  return { fault, note };
}

/** What a cell is by its form alone; null for words. */
export function formOf(cell: string): ColumnKind | null {
  if (addressIn(cell).address !== null && addressIn(cell).rest === '') return 'email';
  const { nip, rest } = nipIn(cell);
  if ((nip !== null && rest === '') || isNumberOfPerson(cell)) return 'nip';
  if (isRank(cell)) return 'rank';
  if (isNumbering(cell)) return 'none';
  return isPhoneLike(cell) || isRounded(cell) ? 'phone' : null;
}
