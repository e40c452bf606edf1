/**
 * Which stems are one word. Snowball's Indonesian stemmer, which PostgreSQL runs, knows no dictionary: it loses the
 * first sound of `mengunjungi` (`unjung`), gives `memanfaatkan` a wrong one (`panfaat`) and takes the beginning of
 * `kelola` for a prefix (`lola`). What is indexed stays as PostgreSQL stems it; a question asks for all stems of its
 * word, so that a mended list needs no new index.
 */

const vowel = /^[aeiou]/;
const lostAfterNasal = ['k', 't'] as const;
const SHORTEST_REST = 3;

/**
 * Roots that begin with a vowel and differ from a word with k or t before it: `aman` is no `taman`, `obat` no `tobat`.
 */
const vowelRoots = new Set(
  (
    'abu acara adil adu agama aju ajar akses aksi aku alam alat aman anak angin angkat antar antri anyam api arah ' +
    'arang arsip asap aset asing asal asimilasi atas atur awal awas ayam ayom emas empati energi es ibadah ibu ikan ' +
    'ikat ikut imam indah induk ingat inti isi isolasi obat olah orang operasi ujar uang ubah ubi udang ujung uji ' +
    'ukir ukur umat umum undang unit unggas untung upah upaya urus urine usaha usia utama'
  ).split(' '),
);

/** Roots with m, of which the stemmer makes p after `mem-` and `pem-`. */
const mRoots = new Set(
  (
    'maaf mahir maju makna malu mandi mandiri manfaat materi masak masuk masyarakat menang milik minat minta miskin ' +
    'modal modifikasi monitor motivasi muat mudah mukim mula mulai mulia mungkin murah murni musik musnah musyawarah'
  ).split(' '),
);

/**
 * Stems of one word each that no rule reaches: its beginning or end was taken for a prefix or suffix. A stem with `?`
 * is also another word (`nila` is a fish, and what is left of `nilai`): it is asked for, but leads nowhere by itself.
 */
const families = [
  'antas berantas',
  'ampil terampil',
  'awasi awas',
  'awat rawat',
  'berte temu emu',
  'buk? buku',
  'caba cabe cabai',
  'caya percaya',
  'ceta cetak',
  'dia? media',
  'diasi mediasi',
  'dikan didik',
  'elas? las',
  'elit eliti telit teliti',
  'encana rencana',
  'energ energi',
  'gera gerak',
  'gital digital',
  'gitalisasi digitalisasi',
  'iksa periksa',
  'ima terima erima',
  'ikutserta ikut',
  'ita berita',
  'kendal kendali ndali endali',
  'lapa kelapa',
  'lihara pelihara',
  'lola kelola elola',
  'masa? masalah',
  'masa? masak pasak',
  'memi pilah',
  'mengo pengo dio olah',
  'nila? ila ilai nilai',
  'nyanyi sanyi',
  'paka pakai',
  'perkuat kuat',
  'pula? mula mulai',
  'rjasama kerjasama',
  'sabilitas disabilitas',
  'sampa sampai',
  'santren pesantren',
  'selesa selesai',
  'seko sekolah',
  'siplin disiplin',
  'telad teladan eladan',
  'ubel meubel mebel',
  'versi? diversi',
  'ibadat ibadah',
].map((line) =>
  line.split(' ').map((stem) => ({ stem: stem.replace('?', ''), isAmbiguous: stem.endsWith('?') })),
);

/**
 * Every stem under which a word may be indexed, its own first.
 *
 * @param word as it was typed, in small letters
 * @param stem what PostgreSQL makes of it
 */
export function sameStems(word: string, stem: string): string[] {
  const own = familyOf(word, stem);
  const found = new Set([stem, ...own]);
  for (const known of own.length > 0 ? own : [stem]) for (const other of byRule(known)) found.add(other);
  return [...found];
}

function familyOf(word: string, stem: string): string[] {
  const holds = (family: (typeof families)[number]): boolean =>
    family.some((member) => member.stem === word && !member.isAmbiguous) ||
    family.some((member) => member.stem === stem && (!member.isAmbiguous || word !== stem));
  return families.filter(holds).flatMap((family) => family.map((member) => member.stem));
}

function byRule(stem: string): string[] {
  return [...nasalRule(stem), ...mRule(stem), ...endRule(stem)];
}

/** `meng-` and `men-` swallow k and t: the stem of `mengirim` is `irim`, that of `menanam` `anam`. */
function nasalRule(stem: string): string[] {
  if (vowelRoots.has(stem)) return [];
  if (vowel.test(stem)) {
    return stem.length < SHORTEST_REST ? [] : lostAfterNasal.map((lost) => lost + stem);
  }
  const rest = stem.slice(1);
  const mayBeLost = lostAfterNasal.some((lost) => stem.startsWith(lost)) && vowel.test(rest);
  return mayBeLost && rest.length >= SHORTEST_REST && !vowelRoots.has(rest) ? [rest] : [];
}

/** After `mem-` the stemmer always puts a p back, also where the root has its m. */
function mRule(stem: string): string[] {
  if (mRoots.has(stem)) return [`p${stem.slice(1)}`];
  const root = `m${stem.slice(1)}`;
  return stem.startsWith('p') && mRoots.has(root) ? [root] : [];
}

const SHORTEST_WITH_I = 6;

/** An i at the end of a root is taken for a suffix, but for what stands after a prefix: `sinerg`, `bersinergi`. */
function endRule(stem: string): string[] {
  if (stem.endsWith('i')) return stem.length >= SHORTEST_WITH_I ? [stem.slice(0, -1)] : [];
  return stem.length >= SHORTEST_WITH_I - 1 ? [`${stem}i`] : [];
}
