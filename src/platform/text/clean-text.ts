/** Control characters below space but tab and line ends, and DEL: no form sends them, and no text here holds them. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu;

/**
 * What no text needs and some reader stumbles over: controls from U+0080, characters that are none (U+FFFE, U+FFFF, …),
 * halves of characters, and format characters, which turn the direction of what follows (U+202A–202E, U+2066–2069) or
 * are not seen. The joiners U+200C and U+200D stay: scripts and emoji are made with them.
 */
const NEEDLESS = /[\u0080-\u009f]|\p{Noncharacter_Code_Point}|\p{Cs}|(?![\u200c\u200d])\p{Cf}/gu;

/** A character that is seen: no blank, no filler of Hangul or Braille, nothing that readers pass over. */
const VISIBLE =
  /(?![\s\u0085\u2800]|\p{Cc}|\p{Cs}|\p{Cf}|\p{Noncharacter_Code_Point}|\p{Default_Ignorable_Code_Point})./su;

/** Whether a text has a control character below space but tab and line ends, or DEL. */
export const hasControl = (text: string): boolean => text.search(CONTROL) >= 0;

/** Whether a text that is not blank shows nothing: made of blanks and of what is not seen. */
export const isInvisible = (text: string): boolean => text.trim() !== '' && !VISIBLE.test(text);

/** A text from outside as it is stored: composed (NFC), without what no text needs. Controls below space stay. */
export const cleanText = (text: string): string => text.replace(NEEDLESS, '').normalize('NFC');

/** A text as it was typed, without what nothing can hold: controls but tab and line ends, and halves of characters. */
export const holdable = (text: string): string => text.replace(CONTROL, '').replace(/\p{Cs}/gu, '');

/** Cleaned, and without any control but tab and line ends: for what is read leniently, and for XML 1.0, which has no others. */
export const cleanWholly = (text: string): string => cleanText(text).replace(CONTROL, '');

/**
 * The beginning of a text that nobody typed into a form, such as a subject or a comment in a mail: wholly cleaned, and
 * cut without leaving half of a character; empty for one that shows nothing.
 */
export function cleanBeginning(text: string, longest: number): string {
  const clean = cleanWholly(text);
  return isInvisible(clean) ? '' : cleanText(clean.slice(0, longest));
}
