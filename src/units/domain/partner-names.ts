/** What writers shorten in the names of partners, and what it stands for. */
const expansions: ReadonlyMap<string, string> = new Map([
  ['univ', 'universitas'],
  ['fak', 'fakultas'],
  ['inst', 'institut'],
  ['poltek', 'politeknik'],
  ['din', 'dinas'],
  ['dis', 'dinas'],
  ['dinkes', 'dinas kesehatan'],
  ['dinsos', 'dinas sosial'],
  ['disdik', 'dinas pendidikan'],
  ['disnaker', 'dinas tenaga kerja'],
  ['disperindag', 'dinas perindustrian dan perdagangan'],
  ['distan', 'dinas pertanian'],
  ['kab', 'kabupaten'],
  ['kec', 'kecamatan'],
  ['prov', 'provinsi'],
  ['pemkab', 'pemerintah kabupaten'],
  ['pemkot', 'pemerintah kota'],
  ['pemprov', 'pemerintah provinsi'],
  ['pemda', 'pemerintah daerah'],
  ['kemenag', 'kementerian agama'],
  ['kemenkes', 'kementerian kesehatan'],
  ['kemensos', 'kementerian sosial'],
  ['yay', 'yayasan'],
  ['lemb', 'lembaga'],
  ['rs', 'rumah sakit'],
  ['rsud', 'rumah sakit umum daerah'],
  ['sman', 'sma negeri'],
  ['smkn', 'smk negeri'],
  ['smpn', 'smp negeri'],
]);

/** Legal forms, which many leave out. */
const legalForms: ReadonlySet<string> = new Set([
  'pt',
  'cv',
  'ud',
  'tbk',
  'persero',
  'perseroan',
  'terbatas',
]);

/** The words of a name in small letters without accents and signs; `&` is a word. */
const wordsOf = (name: string): string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('&', ' dan ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/**
 * A partner's name without what writers differ in, so that one that was written before is found again: case, accents,
 * signs, abbreviations (`Univ.`) and legal forms (`PT`). Empty where there is no letter or digit.
 */
export function partnerKey(name: string): string {
  const words = wordsOf(name).map((word) => expansions.get(word) ?? word);
  const proper = words.filter((word) => !legalForms.has(word));
  return (proper.length > 0 ? proper : words).join(' ');
}

/** How long the part of a code is that comes from the name. */
const LONGEST = 60;

/** Code of a new organisation by its name: `partner-universitas-jenderal-soedirman`. */
export function organisationCode(prefix: 'partner' | 'pusat', name: string): string {
  const plain = wordsOf(name)
    .map((word) => word.replace(/[^a-z0-9]/g, ''))
    .filter(Boolean)
    .join('-')
    .slice(0, LONGEST)
    .replace(/-$/, '');
  return plain === '' ? prefix : `${prefix}-${plain}`;
}
