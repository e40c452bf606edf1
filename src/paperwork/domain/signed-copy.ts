import { LARGEST_FILE_WORDS } from '../../platform/text/sizes.js';

/** Most photos that become one signed copy, and bytes of all of them together. */
export const MOST_PHOTOS = 20;
export const MOST_PHOTO_BYTES = 100 * 1024 * 1024;

/** Pages that the form takes from the camera one by one. */
export const CAMERA_PAGES = 6;

const PDF = 'application/pdf';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What a signed copy is kept as: scans and photos as PDF, a paper that was signed electronically also as Word. */
const copyTypes = [PDF, WORD] as const;

export const isCopyType = (mediaType: string): boolean =>
  (copyTypes as readonly string[]).includes(mediaType);

/** What may be sent, in words. */
export const COPY_WORDS = `Satu PDF atau Word (DOCX), atau sampai ${MOST_PHOTOS} foto JPEG, PNG, atau WebP, masing-masing paling besar ${LARGEST_FILE_WORDS}`;

/** The signed copy of a letter, as its line tells it. */
export interface SignedCopy {
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  addedAt: Date;
}
