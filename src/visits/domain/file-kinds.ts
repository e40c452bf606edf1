/** What is looked at of a file to know what it is. */
export interface FileLook {
  /** Its first bytes. */
  head: Uint8Array;
  /** Names of what is packed in it; null for what is no ZIP file. */
  packed: readonly string[] | null;
}

interface FileKind {
  extension: string;
  mediaType: string;
  isOne(look: FileLook): boolean;
}

const begins = ({ head }: FileLook, bytes: Uint8Array, from = 0): boolean =>
  bytes.every((byte, index) => head[from + index] === byte);
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const PDF = bytesOf('%PDF-');
const ZIP = bytesOf('PK\u0003\u0004');
/** Macros run when the document is opened. */
const MACROS = /(?:^|\/)vbaProject\.bin$/i;

/** A document of Office Open XML (ECMA-376 part 2) with its main part, and without macros. */
const isOffice =
  (mainPart: string) =>
  (look: FileLook): boolean =>
    begins(look, ZIP) &&
    ['[Content_Types].xml', mainPart].every((part) => look.packed?.includes(part)) &&
    !look.packed?.some((part) => MACROS.test(part));

/** A package begins with its media type, stored as it is (OpenDocument 1.3 part 2, section 3.3). */
const isOpenDocument =
  (mediaType: string) =>
  (look: FileLook): boolean =>
    begins(look, ZIP) &&
    look.packed?.includes('content.xml') === true &&
    begins(look, bytesOf(`mimetype${mediaType}`), 30);

const ODT = 'application/vnd.oasis.opendocument.text';

/** Documents that can be kept with a visit. Pictures are not among them: those need a clearance of their own. */
const kinds: readonly FileKind[] = [
  { extension: 'pdf', mediaType: 'application/pdf', isOne: (look) => begins(look, PDF) },
  {
    extension: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    isOne: isOffice('word/document.xml'),
  },
  {
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    isOne: isOffice('xl/workbook.xml'),
  },
  {
    extension: 'pptx',
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    isOne: isOffice('ppt/presentation.xml'),
  },
  { extension: 'odt', mediaType: ODT, isOne: isOpenDocument(ODT) },
];

export const documentTypes = kinds.map(({ mediaType }) => mediaType);

/** The media type of a file by its name and its content, which must agree; null for what is not kept. */
export function mediaTypeOf(name: string, look: FileLook): string | null {
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  const kind = kinds.find((known) => known.extension === extension);
  return kind?.isOne(look) ? kind.mediaType : null;
}

/** A name without folders, control characters and what headers or file systems misread; at most 150 characters. */
export function safeFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = last.replace(/[\p{C}"<>:|?*]/gu, '').trim();
  const dot = clean.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [clean.slice(0, dot), clean.slice(dot)] : [clean, ''];
  return stem.slice(0, 150 - extension.length) + extension;
}
