const MEBIBYTE = 1024 * 1024;

/** Most bytes of one document, whatever it belongs to; the checks of the tables say the same. */
export const LARGEST_FILE = 20 * MEBIBYTE;

/** A size in bytes for readers, with a decimal comma: `1,2 MB`. */
export const sizeWords = (bytes: number): string =>
  bytes >= MEBIBYTE
    ? `${(bytes / MEBIBYTE).toFixed(1).replace('.', ',')} MB`
    : `${Math.max(1, Math.round(bytes / 1024))} KB`;

/** The largest file in words, as forms and refusals say it. */
export const LARGEST_FILE_WORDS = `${LARGEST_FILE / MEBIBYTE} MB`;
