import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';

const require = createRequire(import.meta.url);

/** What is asked of a font. */
interface Font {
  hasGlyphForCodePoint(codePoint: number): boolean;
}

const { openSync } = require('fontkit') as { openSync: (file: string) => Font };

const roboto = (style: string): string => require.resolve(`pdfmake/fonts/Roboto/Roboto-${style}.ttf`);
const noto = (name: string, family: string, weight: string, style: string): string =>
  require.resolve(`@expo-google-fonts/${name}/${weight}${style}/${family}_${weight}${style}.ttf`);

const upright = (normal: string, bold: string) => ({ normal, bold, italics: normal, bolditalics: bold });
const notoPair = (name: string, family: string) =>
  upright(noto(name, family, '400', 'Regular'), noto(name, family, '700', 'Bold'));

/** The fonts of a PDF by their names, the first that has a letter first; Chinese would weigh 70 MB, and has none. */
export const pdfFonts = {
  Roboto: {
    normal: roboto('Regular'),
    bold: roboto('Medium'),
    italics: roboto('Italic'),
    bolditalics: roboto('MediumItalic'),
  },
  NotoSansJavanese: notoPair('noto-sans-javanese', 'NotoSansJavanese'),
  NotoSansArabic: notoPair('noto-sans-arabic', 'NotoSansArabic'),
  NotoEmoji: notoPair('noto-emoji', 'NotoEmoji'),
} as const;
export type PdfFont = keyof typeof pdfFonts;
const fontNames = Object.keys(pdfFonts) as PdfFont[];

const folders = new Set(Object.values(pdfFonts).flatMap((files) => Object.values(files).map(dirname)));

/** Whether a file is a font of ours: a document reads nothing else. */
export const isFontFile = (file: string): boolean =>
  [...folders].some((folder) => file.startsWith(folder + sep));

/** Letters of a text that one font writes. */
export interface FontRun {
  text: string;
  font: PdfFont;
}

/** Stands for a letter that no font has. */
export const LOST_LETTER = '\uFFFD';

const NO_BREAK = '\u00A0';
/** Blanks between words that are read from the right: a break there would turn the words round. */
const BETWEEN_RIGHT_TO_LEFT =
  /(?<=[\p{Script=Arabic}\p{Script=Hebrew}]\p{M}*) (?=[\p{Script=Arabic}\p{Script=Hebrew}])/gu;
/** What only chooses how its neighbours look: a font need not have it. */
const INVISIBLE = /\u200B|\u200C|\u200D|\u2060|\uFE0E|\uFE0F/gu;

const letters = new Intl.Segmenter('id', { granularity: 'grapheme' });

const opened = new Map<PdfFont, Font>();
const open = (name: PdfFont): Font => {
  const font = opened.get(name) ?? openSync(pdfFonts[name].normal);
  opened.set(name, font);
  return font;
};

const has = (name: PdfFont, letter: string): boolean =>
  [...letter].every((sign) => open(name).hasGlyphForCodePoint(sign.codePointAt(0) ?? 0));

/** Which font writes a letter; null for none. */
function fontFor(letter: string, before: PdfFont | undefined): PdfFont | null {
  const visible = letter.replaceAll(INVISIBLE, '');
  if (/^[\r\n\t]+$/.test(letter) || visible === '') return before ?? 'Roboto';
  if (letter === NO_BREAK && before && has(before, letter)) return before;
  return fontNames.find((name) => has(name, visible)) ?? null;
}

/** A text in runs of one font each, and how many of its letters no font has; those are replaced by a sign. */
export function fontRuns(text: string): { runs: FontRun[]; lost: number } {
  const runs: FontRun[] = [];
  let lost = 0;
  for (const { segment } of letters.segment(text.replaceAll(BETWEEN_RIGHT_TO_LEFT, NO_BREAK))) {
    const last = runs.at(-1);
    const font = fontFor(segment, last?.font);
    if (font === null) lost += 1;
    const written: FontRun =
      font === null ? { text: LOST_LETTER, font: 'Roboto' } : { text: shownBy(font, segment), font };
    if (last?.font === written.font) last.text += written.text;
    else runs.push(written);
  }
  return { runs, lost };
}

/** Signs without a glyph of their own are left out where the font lacks them. */
const shownBy = (font: PdfFont, letter: string): string =>
  letter.replaceAll(INVISIBLE, (sign) => (has(font, sign) ? sign : ''));
