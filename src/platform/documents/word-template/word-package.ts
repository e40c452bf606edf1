import { DOMParser, type Document as XmlDocument, type Element as XmlElement } from '@xmldom/xmldom';
import { unzipWithin, type ZipEntry } from '../zip-guard.js';

const LIMITS = { entries: 500, unpacked: 20 * 1024 * 1024 };
/** Bytes of what is read as XML, which takes many times as much of memory. */
const LARGEST_XML = 6 * 1024 * 1024;
/** Elements within each other; Word itself stays far below. */
const DEEPEST = 200;

/** Why a file is no Word document that may be filled in. */
export type WordFault =
  /** No DOCX, or a damaged one. */
  | 'unreadable'
  | 'macros'
  /** A file of another program inside, such as a sheet or a program. */
  | 'embedded'
  /** A picture, template or text that Word fetches from elsewhere. */
  | 'outside';

/** A part of a document: its name in the package, and what it says. */
export interface WordPart {
  name: string;
  xml: XmlDocument;
}

export interface WordPackage {
  entries: readonly ZipEntry[];
  /** Those whose text people read: body, headers, footers, notes, properties of the file. */
  parts: readonly WordPart[];
}

const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const TYPES = '[Content_Types].xml';
const PARTS = /^(?:word\/[^/]+\.xml|docProps\/[^/]+\.xml)$/;
const MACROS = /vbaProject|vbaData|activeX|macroEnabled/i;
const EMBEDDED = /^word\/embeddings\/|\.bin$|\.exe$/i;
/** Parts that are read into the document as they are, whatever they hold. */
const READ_IN = /\/(?:aFChunk|subDocument|oleObject|package|control)$/i;
/** Fields of Word that fetch a file or ask another program. */
const FETCHING = /\b(?:INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|DDE|DDEAUTO|LINK|RD|DATABASE|AUTOTEXT)\b/i;
const LINK = /\/hyperlink$/i;
const LINK_TARGET = /^(?:https?:|mailto:|tel:)/i;

/**
 * Opens a DOCX with a measured hand (Office Open XML, ECMA-376): what it fetches from elsewhere, macros and foreign files
 * are refused, and nothing of it is believed before its sizes are.
 */
export function openWord(content: Buffer): WordPackage | { fault: WordFault; what: string } {
  const entries = unzipWithin(content, LIMITS);
  const types = entries?.find(({ name }) => name === TYPES);
  if (!entries || !types || hasDoubles(entries)) return { fault: 'unreadable', what: '' };
  const foreign = foreignIn(entries, types.content.toString('utf8'));
  if (foreign) return foreign;
  const xml = entries.filter(({ name }) => /\.(?:xml|rels)$/i.test(name));
  const size = xml.reduce((sum, { content }) => sum + content.length, 0);
  const all = size > LARGEST_XML ? [null] : xml.map(partOf);
  const read = all.filter((part) => part !== null);
  if (read.length < all.length || !hasMain(read)) return { fault: 'unreadable', what: '' };
  const fetched = read.map(fetchedBy).find((target) => target !== null);
  if (fetched !== undefined) return { fault: 'outside', what: fetched };
  return { entries, parts: read.filter(({ name }) => PARTS.test(name)) };
}

/** Programs differ in which of two entries of one name they take. */
const hasDoubles = (entries: readonly ZipEntry[]): boolean =>
  new Set(entries.map(({ name }) => name.toLowerCase())).size < entries.length;

function foreignIn(entries: readonly ZipEntry[], types: string): { fault: WordFault; what: string } | null {
  const macro = entries.find(({ name }) => MACROS.test(name));
  if (macro || MACROS.test(types)) return { fault: 'macros', what: macro?.name ?? TYPES };
  const embedded = entries.find(({ name }) => EMBEDDED.test(name));
  return embedded ? { fault: 'embedded', what: embedded.name } : null;
}

/** A part as XML; null for what is none, or would define entities of its own. */
function partOf({ name, content }: ZipEntry): WordPart | null {
  const text = content.toString('utf8');
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text) || isDeep(text)) return null;
  const faults: string[] = [];
  const onError = (level: string, message: string): void => {
    if (level !== 'warning') faults.push(message);
  };
  try {
    const xml = new DOMParser({ onError }).parseFromString(text, 'text/xml');
    return faults.length > 0 ? null : { name, xml };
  } catch {
    return null;
  }
}

/** Whether more elements stand within each other than a document of Word has, before anybody reads it as XML. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (const [tag] of text.matchAll(/<[^!?][^>]*>/g)) {
    if (tag.startsWith('</')) depth -= 1;
    else if (!tag.endsWith('/>')) depth += 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

const hasMain = (parts: readonly WordPart[]): boolean =>
  parts.some(({ name, xml }) => {
    const overrides = name === TYPES ? elementsOf(xml, 'Override') : [];
    return overrides.some(
      (each) =>
        each.getAttribute('ContentType') === MAIN && each.getAttribute('PartName') === '/word/document.xml',
    );
  }) && parts.some(({ name }) => name === 'word/document.xml');

/** What Word would fetch from elsewhere for a part, or read in as it is; null for nothing. */
function fetchedBy({ name, xml }: WordPart): string | null {
  if (name.endsWith('.rels')) {
    const bad = elementsOf(xml, 'Relationship').find(isFetched);
    return bad ? (bad.getAttribute('Target') ?? name) : null;
  }
  const fields = [
    elementsOf(xml, 'w:instrText')
      .map(({ textContent }) => textContent)
      .join(''),
    ...elementsOf(xml, 'w:fldSimple').map((field) => field.getAttribute('w:instr')),
  ];
  const fetching = fields.map((text) => FETCHING.exec(text ?? '')?.[0]).find((word) => word !== undefined);
  return fetching ?? null;
}

function isFetched(relationship: XmlElement): boolean {
  const type = relationship.getAttribute('Type') ?? '';
  if (READ_IN.test(type)) return true;
  if (relationship.getAttribute('TargetMode')?.toLowerCase() !== 'external') return false;
  return !LINK.test(type) || !LINK_TARGET.test(relationship.getAttribute('Target') ?? '');
}

const elementsOf = (xml: XmlDocument, name: string): XmlElement[] => [...xml.getElementsByTagName(name)];
