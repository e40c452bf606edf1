/** Largest file, in bytes: a scanned letter of a few pages. */
export const LARGEST_FILE = 5 * 1024 * 1024;

interface FileKind {
  extension: string;
  mediaType: string;
  /** What its first bytes are. */
  begins: readonly number[];
}

const zip = [0x50, 0x4b, 0x03, 0x04];

/** Documents that can be kept with a visit. Pictures are not among them: those need a clearance of their own. */
const kinds: readonly FileKind[] = [
  { extension: 'pdf', mediaType: 'application/pdf', begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  {
    extension: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    begins: zip,
  },
  {
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    begins: zip,
  },
  {
    extension: 'pptx',
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    begins: zip,
  },
  { extension: 'odt', mediaType: 'application/vnd.oasis.opendocument.text', begins: zip },
];

export const documentTypes = kinds.map(({ mediaType }) => mediaType);

/** The media type of a file by its name and its first bytes, which must agree; null for what is not kept. */
export function mediaTypeOf(name: string, content: Uint8Array): string | null {
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  const kind = kinds.find((known) => known.extension === extension);
  return kind?.begins.every((byte, index) => content[index] === byte) ? kind.mediaType : null;
}

/** A name without folders, control characters and what headers or file systems misread; at most 150 characters. */
export function safeFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = last.replace(/[\p{C}"<>:|?*]/gu, '').trim();
  const dot = clean.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [clean.slice(0, dot), clean.slice(dot)] : [clean, ''];
  return stem.slice(0, 150 - extension.length) + extension;
}
