/** Golongan of civil servants with the pangkat of each (PP 11/2017 with PP 99/2000). */
const servantRanks = {
  'I/a': 'Juru Muda',
  'I/b': 'Juru Muda Tingkat I',
  'I/c': 'Juru',
  'I/d': 'Juru Tingkat I',
  'II/a': 'Pengatur Muda',
  'II/b': 'Pengatur Muda Tingkat I',
  'II/c': 'Pengatur',
  'II/d': 'Pengatur Tingkat I',
  'III/a': 'Penata Muda',
  'III/b': 'Penata Muda Tingkat I',
  'III/c': 'Penata',
  'III/d': 'Penata Tingkat I',
  'IV/a': 'Pembina',
  'IV/b': 'Pembina Tingkat I',
  'IV/c': 'Pembina Utama Muda',
  'IV/d': 'Pembina Utama Madya',
  'IV/e': 'Pembina Utama',
} as const;

/** Golongan of those with a contract (PPPK, Perpres 98/2020). */
const contractGrades = [
  ...['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'],
  ...['X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI', 'XVII'],
] as const;

const servantRank = (grade: string, name: string): string => `${name} (${grade})`;
const contractRank = (grade: string): string => `PPPK Golongan ${grade}`;

/** Every rank that is known, as it is written down; others are written freely. */
export const knownRanks: readonly string[] = [
  ...Object.entries(servantRanks).map(([grade, name]) => servantRank(grade, name)),
  ...contractGrades.map(contractRank),
];

const NAME = String.raw`(?<name>(?:juru|pengatur|penata|pembina)(?:\s+(?:muda|utama|madya))*(?:\s+(?:tingkat|tk\.?)\s*(?:I|1))?)`;
const GRADE = String.raw`(?:gol(?:ongan)?\b\.?\s*(?:ruang\b)?\s*)?(?<class>IV|III|II|I|[1-4])\s*[/.\-–]?\s*(?<room>[a-e])`;
const SERVANT = new RegExp(String.raw`^(?:${NAME}\s*[-–,/;]*\s*)?[([]?\s*${GRADE}\s*[)\]]?$`, 'i');
const CONTRACT =
  /^(?:(?<kind>pppk|p3k)\s*[-–,/(:]*\s*)?(?:gol(?:ongan)?\b\.?\s*(?:ruang\b)?\s*)?(?<grade>[IVX]{1,5})\s*\)?(?:\s*[(,/-]*\s*(?<after>pppk|p3k)\s*\)?)?$/i;

const numerals = ['', 'I', 'II', 'III', 'IV'];
const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\btk\.?\s*/, 'tingkat ')
    .replace(/\s+1$/, ' i')
    .replace(/\s+/g, ' ');

/**
 * A rank as it is written down: one that is known by its golongan with its pangkat (`III d`, `Penata Tk. I – III/d` and
 * `Penata Tingkat I (III/d)` are the same), any other as it was typed. A pangkat beside another golongan than its own stays.
 */
export function rankOf(typed: string): string {
  const text = typed.replace(/\s+/g, ' ').trim();
  return servantOf(text) ?? contractOf(text) ?? text;
}

function servantOf(text: string): string | null {
  const { name, class: typedClass = '', room = '' } = SERVANT.exec(text)?.groups ?? {};
  if (room === '') return null;
  const grade = `${numerals[Number(typedClass)] ?? typedClass.toUpperCase()}/${room.toLowerCase()}`;
  const known = Object.entries(servantRanks).find(([each]) => each === grade)?.[1];
  if (known === undefined || (name !== undefined && plainName(name) !== plainName(known))) return null;
  return servantRank(grade, known);
}

/** A bare numeral up to IV may be a civil servant's, too, so that it stays as it is. */
function contractOf(text: string): string | null {
  const { kind, grade: typedGrade = '', after } = CONTRACT.exec(text)?.groups ?? {};
  const place = contractGrades.findIndex((grade) => grade === typedGrade.toUpperCase());
  const isSaid = kind !== undefined || after !== undefined;
  const grade = isSaid || place > 3 ? contractGrades[place] : undefined;
  return grade === undefined ? null : contractRank(grade);
}
