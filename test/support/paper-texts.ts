import { expect } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { unzipWithin } from '../../src/platform/documents/zip-guard.js';

const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' } as const;
const unescaped = (text: string): string =>
  text.replaceAll(/&(?:lt|gt|quot|apos|amp);/g, (entity) => entities[entity as keyof typeof entities]);

/** A part of a Word document as it is packed. */
export function partOf(docx: Buffer, name: string): string {
  const parts = unzipWithin(docx, { entries: 100, unpacked: 50_000_000 });
  const part = parts?.find((each) => each.name === name);
  expect(part).toBeDefined();
  return part?.content.toString('utf8') ?? '';
}

const paragraphs = (xml: string): string[] =>
  [...xml.matchAll(/<w:p\b[^>]*>(.*?)<\/w:p>/gs)].map(([, content = '']) => {
    const texts = [...content.matchAll(/<w:t\b[^>]*>([^<]*)<\/w:t>|(<w:br\/>)/g)];
    const text = texts.map(([, each, isBreak]) => (isBreak ? ' ⏎ ' : unescaped(each ?? ''))).join('');
    return content.includes('<w:numPr>') ? `• ${text}` : text;
  });

/** What a Word document says, a paragraph or a row of a table a line; `•` stands for the number of a point. */
export function wordLines(docx: Buffer): string[] {
  const body = partOf(docx, 'word/document.xml');
  const rows = [...body.matchAll(/<w:tr\b[^>]*>.*?<\/w:tr>|<w:p\b[^>]*>.*?<\/w:p>/gs)];
  return rows
    .map(([xml]) =>
      xml.startsWith('<w:tr')
        ? xml
            .split('</w:tc>')
            .slice(0, -1)
            .map((cell) => paragraphs(cell).filter(Boolean).join(' ⏎ '))
            .join(' | ')
        : paragraphs(xml).join(''),
    )
    .filter((line) => line.replaceAll(/[ |]/g, '') !== '');
}

/** What a PDF says, page by page and line by line, from the top and the left. */
export async function pdfPages(bytes: Buffer): Promise<string[][]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false }).promise;
  const pages: string[][] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    const lines = new Map<number, { x: number; text: string }[]>();
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [x = 0, y = 0] = (item.transform as number[]).slice(4);
      const line = [...lines.keys()].find((each) => Math.abs(each - y) < 2) ?? y;
      lines.set(line, [...(lines.get(line) ?? []), { x, text: item.str.trim() }]);
    }
    const ordered = [...lines.entries()].toSorted(([one], [other]) => other - one);
    pages.push(
      ordered.map(([, texts]) =>
        texts
          .toSorted((one, other) => one.x - other.x)
          .map(({ text }) => text)
          .join(' '),
      ),
    );
  }
  await pdf.cleanup();
  return pages;
}
