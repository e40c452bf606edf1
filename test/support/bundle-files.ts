import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { pdfPages } from './paper-texts.js';

/** What is in a ZIP, by name, as another library reads it. */
export const unzipped = (zip: Buffer): Map<string, Buffer> =>
  new Map(Object.entries(unzipSync(new Uint8Array(zip))).map(([name, bytes]) => [name, Buffer.from(bytes)]));

/** Entries whose digest `SHA256SUMS.txt` tells otherwise, or not at all. */
export function wronglySummed(files: ReadonlyMap<string, Buffer>): string[] {
  const told = new Map(
    (files.get('SHA256SUMS.txt')?.toString('utf8') ?? '')
      .split('\n')
      .filter(Boolean)
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
  const others = ['SHA256SUMS.txt', 'TIDAK TERSEDIA.txt'];
  const names = new Set([...files.keys(), ...told.keys()]);
  return [...names].filter((name) => {
    const content = files.get(name);
    const digest = content && createHash('sha256').update(content).digest('hex');
    return !others.includes(name) && (digest === undefined || told.get(name) !== digest);
  });
}

interface OutlineItem {
  title: string;
  dest: unknown;
  items: OutlineItem[];
}

/** Bookmarks of a PDF with the pages that they lead to, from 1, and what stands on each page. */
export async function readMerged(bytes: Buffer) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false }).promise;
  const marks: [section: string, title: string, page: number][] = [];
  for (const section of ((await pdf.getOutline()) ?? []) as OutlineItem[]) {
    for (const { title, dest } of section.items) {
      const [ref] = dest as [{ num: number; gen: number }];
      marks.push([section.title, title, (await pdf.getPageIndex(ref)) + 1]);
    }
  }
  await pdf.cleanup();
  return { marks, pages: (await pdfPages(bytes)).map((lines) => lines.join(' ')) };
}
