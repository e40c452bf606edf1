/** Largest picture that is taken, in bytes. */
export const LARGEST_PICTURE = 10 * 1024 * 1024;

type PictureFormat = 'jpeg' | 'png' | 'webp';

const begins = (content: Uint8Array, bytes: readonly number[], from = 0): boolean =>
  bytes.every((byte, index) => content[from + index] === byte);

/** The format of a picture by its first bytes, whatever its name says; null for what is not taken. */
export function pictureFormat(content: Uint8Array): PictureFormat | null {
  if (begins(content, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (begins(content, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  const isRiff = begins(content, [0x52, 0x49, 0x46, 0x46]);
  return isRiff && begins(content, [0x57, 0x45, 0x42, 0x50], 8) ? 'webp' : null;
}
