const MEBIBYTE = 1024 * 1024;

/** A size in bytes for readers, with a decimal comma: `1,2 MB`. */
export const sizeWords = (bytes: number): string =>
  bytes >= MEBIBYTE
    ? `${(bytes / MEBIBYTE).toFixed(1).replace('.', ',')} MB`
    : `${Math.max(1, Math.round(bytes / 1024))} KB`;
