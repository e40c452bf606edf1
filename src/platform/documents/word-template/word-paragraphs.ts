import type { Element as XmlElement, Node as XmlNode } from '@xmldom/xmldom';
import type { WordPart } from './word-package.js';

/** A text of a document that stands together, and where. */
export interface WordParagraph {
  /** Name of its part, such as `word/document.xml`. */
  part: string;
  /** As people find it: `isi surat, tabel 1 baris 2 kolom 3`. */
  place: string;
  text: string;
}

/** Elements whose text is filled in (docxtemplater, `tagsXmlTextArray` of DOCX). */
const TEXTS = new Set([
  ...['Company', 'HyperlinkBase', 'Manager', 'cp:category', 'cp:keywords', 'cp:contentStatus'],
  ...['dc:creator', 'dc:description', 'dc:subject', 'dc:title', 'PublishDate', 'Abstract'],
  ...['CompanyAddress', 'CompanyPhone', 'CompanyFax', 'CompanyEmail', 'w:t', 'a:t', 'm:t'],
  ...['vt:lpstr', 'vt:lpwstr'],
]);
const ELEMENT = 1;

const partWords = [
  [/^word\/document\.xml$/, 'isi surat'],
  [/^word\/header\d*\.xml$/, 'kepala halaman'],
  [/^word\/footer\d*\.xml$/, 'kaki halaman'],
  [/^word\/footnotes\.xml$/, 'catatan kaki'],
  [/^word\/endnotes\.xml$/, 'catatan akhir'],
  [/^word\/comments\.xml$/, 'komentar'],
  [/^docProps\//, 'properti berkas'],
] as const;
const wordsOf = (name: string): string =>
  partWords.find(([pattern]) => pattern.test(name))?.[1] ?? `bagian ${name}`;

/** Every text of a part in the order in which it is written, paragraph by paragraph; those without text are left out. */
export function paragraphsOf({ name, xml }: WordPart): WordParagraph[] {
  const found = new Map<XmlElement, WordParagraph>();
  const places = new Places(wordsOf(name));
  for (const element of elementsIn(xml)) {
    places.pass(element);
    if (!TEXTS.has(element.nodeName)) continue;
    const holder = holderOf(element);
    const paragraph = found.get(holder) ?? { part: name, place: places.of(holder), text: '' };
    paragraph.text += element.textContent ?? '';
    found.set(holder, paragraph);
  }
  return [...found.values()];
}

/** All elements, from the top; without recursion, however deep they are nested. */
function* elementsIn(root: XmlNode): Generator<XmlElement> {
  let node: XmlNode | null = root;
  while (node) {
    if (node.nodeType === ELEMENT) yield node as XmlElement;
    if (node.firstChild) {
      node = node.firstChild;
      continue;
    }
    while (node && node !== root && !node.nextSibling) node = node.parentNode;
    node = node === root ? null : (node?.nextSibling ?? null);
  }
}

function above(element: XmlElement, name: string): XmlElement | null {
  let node: XmlNode | null = element.parentNode;
  while (node && node.nodeName !== name) node = node.parentNode;
  return node as XmlElement | null;
}

const holderOf = (element: XmlElement): XmlElement =>
  above(element, 'w:p') ?? above(element, 'a:p') ?? element;

/** Counts paragraphs, tables, rows and columns of one part as they come. */
class Places {
  private paragraphs = 0;
  private tables = 0;
  private readonly numbers = new Map<XmlNode, number>();
  /** How many rows a table has so far, and cells a row. */
  private readonly inside = new Map<XmlNode, number>();

  constructor(private readonly part: string) {}

  pass(element: XmlElement): void {
    const { nodeName, parentNode } = element;
    if (nodeName === 'w:tbl') this.numbers.set(element, (this.tables += 1));
    if ((nodeName !== 'w:tr' && nodeName !== 'w:tc') || !parentNode) return;
    const number = (this.inside.get(parentNode) ?? 0) + 1;
    this.inside.set(parentNode, number);
    this.numbers.set(element, number);
  }

  of(holder: XmlElement): string {
    const cell = above(holder, 'w:tc');
    const row = cell && above(cell, 'w:tr');
    const table = row && above(row, 'w:tbl');
    if (cell && row && table) {
      const [ofTable, ofRow, ofCell] = [table, row, cell].map((each) => this.numbers.get(each));
      return `${this.part}, tabel ${ofTable} baris ${ofRow} kolom ${ofCell}`;
    }
    if (above(holder, 'w:txbxContent')) return `${this.part}, kotak teks`;
    if (!holder.nodeName.endsWith(':p')) return this.part;
    this.paragraphs += 1;
    return `${this.part}, paragraf ${this.paragraphs}`;
  }
}
