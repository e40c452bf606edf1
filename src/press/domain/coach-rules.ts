import { namedInmates } from '../../platform/text/inmate-names.js';
import { withoutContacts } from '../../platform/text/private-details.js';
import { bare, newsDays, shortName, dayWords } from './prose.js';
import { missingIn } from './press-parts.js';
import type { ApprovedQuote, PressFacts } from './press-facts.js';
import { wholeText, type PressContent, type PressKind } from './press-kinds.js';
import { localDate } from '../../platform/text/dates.js';

/** What the rules look at. */
export interface CoachedText {
  kind: PressKind;
  content: PressContent;
  facts: PressFacts;
  /** Names of those who take part and did not let themselves be quoted. */
  names: readonly string[];
  /** Photos that may leave the visit now. */
  cleared: readonly string[];
}

/** A rule says what is off, a sentence each; nothing where it holds. */
export type Rule = (text: CoachedText) => string[];

const TITLE_LEAST = 20;
const TITLE_MOST = 120;
const MOST_WORDS = 32;

const whole = ({ kind, content }: CoachedText): string => wholeText(kind, content);
const plain = (text: string): string => text.toLowerCase().replaceAll(/\s+/gu, ' ');
const tells = (text: CoachedText, words: string): boolean => plain(whole(text)).includes(plain(words));

export const titleLength: Rule = ({ content: { title } }) => {
  const { length } = title.trim();
  if (length < TITLE_LEAST) return [`Judul baru ${length} huruf: sebut siapa dan apa.`];
  return length > TITLE_MOST ? [`Judul ${length} huruf; ringkas sampai ${TITLE_MOST}.`] : [];
};

/** Sentences of the paragraphs; points and lines of a report are sentences of their own. */
const sentencesOf = (body: string): string[] =>
  body.split('\n').flatMap((line) => line.match(/.+?(?:[.!?…]”?(?=\s|$)|$)/gu) ?? []);

const wordsOf = (text: string): string[] => text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));

/** What stands in brackets explains, and names of programs are long: neither counts. */
export const sentenceLength: Rule = ({ content: { body } }) =>
  sentencesOf(body)
    .map((each) => ({ each, count: wordsOf(each.replaceAll(/\([^)]*\)/gu, '')).length }))
    .filter(({ count }) => count > MOST_WORDS)
    .map(({ each, count }) => `Kalimat ini ${count} kata, lebih baik dipecah: “${beginOf(each)} …”`);

const beginOf = (text: string): string => wordsOf(text).slice(0, 6).join(' ');

/** Who, what, where and when are named; why is what a person judges. */
export const fiveWs: Rule = (text) => {
  const { facts } = text;
  const { host, guests, topics, time, zone } = facts;
  const named = ({ name }: { name: string }): boolean => tells(text, name) || tells(text, shortName(name));
  const day = localDate(time.startsAt, zone);
  return [
    ...[host, ...guests]
      .filter((office) => !named(office))
      .map(({ name }) => `Kantor belum disebut: ${name}.`),
    ...(tells(text, dayWords(day)) || tells(text, newsDays(time, zone))
      ? []
      : [`Tanggal kunjungan belum disebut: ${dayWords(day)}.`]),
    ...(topics.length === 0 || topics.some((topic) => tells(text, bare(topic)))
      ? []
      : [`Topik belum disebut: ${topics.join(', ')}.`]),
  ];
};

/** A number beside those of dates and times, or in words. */
export const hasNumbers: Rule = ({ content: { body } }) => {
  const dates =
    /\(?\d{1,2}\/\d{1,2}\/\d{4}\)?|\d{1,2} \p{Lu}\p{Ll}+ \d{4}|\d{1,2}\.\d{2}|\b\d{2} Program|poin \d+|^\d+\. /gmu;
  const rest = body.replaceAll(dates, '').replaceAll(/Aksi \d{4}/gu, '');
  return /\d/u.test(rest) ||
    /\b(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|belasan|puluhan) \p{L}+/iu.test(rest)
    ? []
    : ['Belum ada angka: sebut jumlah peserta, luas, hasil, atau tenggat.'];
};

export const programNamed: Rule = (text) => {
  const { programs } = text.facts;
  const isNamed = programs.some(
    ({ framework, number }) =>
      tells(text, framework) &&
      (number === null || new RegExp(`poin[^.]*\\b${number}\\b`, 'iu').test(whole(text))),
  );
  return programs.length === 0 || isNamed ? [] : ['Poin program yang didukung belum disebut.'];
};

/** As two quotes are held against each other: letters and digits alone. */
const letters = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const stands = (body: string, { words }: ApprovedQuote): boolean => letters(body).includes(letters(words));

export const quotePresent: Rule = ({ content: { body }, facts: { quotes } }) =>
  quotes.some((quote) => stands(body, quote)) ? [] : ['Belum ada kutipan kepala kantor yang disetujui.'];

const LONGEST_TERM = 4;

/** Whatever stands in quotation marks was said and approved; a term of a few words may stand in them. */
export const quotesApproved: Rule = ({ content: { body }, facts: { quotes } }) => {
  const quoted = [...body.matchAll(/[“"]([^”"]+)[”"]/gu)].map(([, words = '']) => words);
  return quoted
    .filter((words) => wordsOf(words).length > LONGEST_TERM)
    .filter((words) => quotes.every((quote) => !letters(quote.words).includes(letters(words))))
    .map((words) => `Kutipan ini belum disetujui: “${beginOf(words)} …”`);
};

export const nothingMissing: Rule = (text) => missingIn(whole(text)).map((each) => `Masih kosong: ${each}`);

/** Words that blame, or that make a story of trouble. */
const negative =
  /\b(?:napi|bandit|penjahat|residivis|gembong|mantan narapidana|eks[ -]?napi|sarang|bobrok|gagal|kacau|ricuh|rusuh|parah|buruk|memalukan|kecolongan|lalai|bodoh|malas|terpaksa|sayangnya|celakanya|menyalahkan|kesalahan|tidak becus|kumuh|penjara|sipir)\b/giu;

export const positiveWords: Rule = (text) =>
  [...new Set((whole(text).match(negative) ?? []).map((word) => word.toLowerCase()))].map(
    (word) => `Kata “${word}” terasa negatif; ganti atau jelaskan.`,
  );

export const noContacts: Rule = (text) => {
  const withoutLinks = [
    text.content.title,
    text.content.body,
    ...text.content.photos.map(({ caption }) => caption),
  ];
  return withoutLinks.some((each) => withoutContacts(each) !== each)
    ? ['Ada nomor telepon, alamat surel, atau NIP; hapuslah.']
    : [];
};

export const noInmate: Rule = (text) => {
  const texts = [whole(text), ...text.content.photos.map(({ caption }) => caption)].join('\n');
  return namedInmates(texts).map((words) => `Tampaknya ada nama warga binaan: “${words}”.`);
};

export const noParticipant: Rule = (text) =>
  text.names
    .filter((name) => wordsOf(name).length > 1 && tells(text, name))
    .map((name) => `Nama peserta disebut: ${name}. Muat hanya bila orangnya setuju.`);

export const photosCleared: Rule = ({ content: { photos }, cleared }) =>
  photos.flatMap(({ id, caption }, index) => [
    ...(cleared.includes(id) ? [] : [`Foto ${index + 1} sudah dihapus atau tidak lagi boleh keluar.`]),
    ...(caption.trim() === '' ? [`Foto ${index + 1} belum punya keterangan.`] : []),
  ]);
