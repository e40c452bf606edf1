import type { PasteNote } from './cells.js';

/** Characters that no name needs and nobody sees. */
const UNSEEN = /\u200c|\u200d|\u2060|\u2800|\u3164|\u115f|\u1160|\uffa0|\ufe0e|\ufe0f/g;
/** Emoji, also those that number or mark the lines of a chat; no name has one. */
const EMOJI = /[\d#*]\u20e3|\p{Regional_Indicator}|\p{Extended_Pictographic}\p{Emoji_Modifier}*/gu;
/** Marks of a page's own that were copied along. */
const TAG =
  /<\/?(?:b|i|u|em|strong|p|br|div|span|font|a|li|ul|ol|td|th|tr|table|tbody)(?:\s[^<>@]{0,200})?\/?>/gi;

const DAY = String.raw`\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}`;
const CLOCK = String.raw`\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s?[ap]m)?`;
/** What WhatsApp puts before a message that is exported or copied: `[29/11/26 08.12] Budi: `, `29/11/26 08.12 - Budi: `. */
const STAMP = new RegExp(
  String.raw`^\s*(?:\[(?:${DAY},?\s+${CLOCK}|${CLOCK},?\s+${DAY})\]|${DAY},?\s+(?:pukul\s+)?${CLOCK}\s+[-–])(?![\t,;|])\s*`,
  'i',
);
const SENDER = /^[^:]{1,60}:(?:\s+|$)/;
/** What somebody answers in a chat, and is nobody. */
const CHATTER =
  /^(?:siap|hadir|ok(?:e|ay)?|baik|nggih|noted|ya|izin|ijin|terima ?kasih|makasih|<.*>|.*(?:dihapus|tidak disertakan))[\s!.,]*$/i;

/** A cell that says no more than that it is the same as above: `"`, `''`, `sda`. */
export const DITTO = '〃';
const LONE_QUOTES = /(?<=[\t;|][^\S\t\n]*)(?:"|''|,,)(?=[^\S\t\n]*(?:[\t;|]|$))/gm;

/** A line of a chat without when and by whom it was sent; empty for what is no message, or nothing but an answer. */
function withoutStamp(line: string): string {
  const stamp = STAMP.exec(line)?.[0];
  if (stamp === undefined) return line;
  const message = line.slice(stamp.length);
  const sender = SENDER.exec(message)?.[0];
  const said = sender === undefined ? '' : message.slice(sender.length);
  return CHATTER.test(said.trim()) ? '' : said;
}

const ROMANS = [
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
  'XIII',
  'XIV',
  'XV',
];
const SIGN = /^\s*([A-Z]|[IVX]{1,5})[.)]\s+(?=\p{L})/u;

/** Capitals or Roman numerals that number the lines of a list; `A. Rahman` alone is an initial. */
function numbered(lines: readonly string[]): { lines: readonly string[]; notes: PasteNote[] } {
  const signs = lines.flatMap((line, index) => {
    const sign = SIGN.exec(line)?.[1];
    return sign === undefined ? [] : [{ sign, index }];
  });
  const isSequence = (of: (index: number) => string | undefined): boolean =>
    signs.every(({ sign }, index) => of(index) === sign);
  const isListed =
    isSequence((index) => ROMANS[index]) || isSequence((index) => String.fromCharCode(65 + index));
  if (signs.length < 2 || !isListed) return { lines, notes: [] };
  const marked = new Set(signs.map(({ index }) => index));
  const [first] = signs;
  const message = `“${first?.sign}.” dan seterusnya dibaca sebagai nomor urut, bukan bagian nama.`;
  return {
    lines: lines.map((line, index) => (marked.has(index) ? line.replace(SIGN, '') : line)),
    notes: [{ line: (first?.index ?? 0) + 1, message }],
  };
}

/** A pasted text without what chats, phones and word processors add to lines; each line stays where it was. */
export function plainLines(text: string): { text: string; notes: PasteNote[] } {
  const bare = text
    .replace(UNSEEN, '')
    .replace(EMOJI, ' ')
    .replace(TAG, ' ')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(LONE_QUOTES, DITTO);
  const { lines, notes } = numbered(bare.split('\n').map(withoutStamp));
  return { text: lines.join('\n'), notes };
}
