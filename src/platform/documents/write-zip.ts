import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';

/** A file that goes into a ZIP: its name there, and what it holds. */
export type ZipSource = { name: string } & ({ path: string } | { text: string });

/** What is packed already gains nothing. */
const PACKED = /\.(?:docx|xlsx|pptx|odt|zip|jpe?g|png|webp|pdf)$/i;

/** Writes a ZIP file (PKWARE APPNOTE 6.3.10) piece by piece, however large it is. @param at the time of its entries */
export async function writeZip(path: string, sources: readonly ZipSource[], at: Date): Promise<void> {
  const zip = new yazl.ZipFile();
  for (const source of sources) {
    const options = { mtime: at, mode: 0o100644, compress: !PACKED.test(source.name) };
    if ('path' in source) {
      zip.addReadStreamLazy(source.name, options, (open) => open(null, createReadStream(source.path)));
    } else zip.addBuffer(Buffer.from(source.text, 'utf8'), source.name, options);
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path, { mode: 0o600 }));
}
