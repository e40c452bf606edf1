import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { darkRules } from './dark-rules.js';

const locate = createRequire(import.meta.url);
const tabler = (): Buffer => readFileSync(locate.resolve('@tabler/core/dist/css/tabler.min.css'));
const own = (name: string): Buffer => readFileSync(new URL(`assets/${name}`, import.meta.url));

const CSS = 'text/css; charset=utf-8';
const sources = {
  'tabler.css': { type: CSS, read: tabler },
  'tabler-dark.css': { type: CSS, read: () => Buffer.from(darkRules(tabler().toString('utf8'))) },
  'sambang.css': { type: CSS, read: () => own('sambang.css') },
  'icon.svg': { type: 'image/svg+xml', read: () => own('icon.svg') },
} as const satisfies Record<string, { type: string; read: () => Buffer }>;

export type AssetName = keyof typeof sources;
export type Encoding = 'br' | 'gzip';

/** A file that pages load; its version changes with its content, so that a browser may keep it for good. */
export interface Asset {
  version: string;
  type: string;
  content: Buffer;
}

const assets = new Map<AssetName, Asset>();
const compressed = new Map<string, Promise<Buffer>>();

export const isAssetName = (name: string): name is AssetName => Object.hasOwn(sources, name);

/** The file as it stands in this build: read once. */
export function asset(name: AssetName): Asset {
  const known = assets.get(name);
  if (known) return known;
  const { type, read } = sources[name];
  const content = read();
  const version = createHash('sha256').update(content).digest('base64url').slice(0, 12);
  const made = { version, type, content };
  assets.set(name, made);
  return made;
}

/** The address pages load it from. */
export const assetPath = (name: AssetName): string => `/aset/${asset(name).version}/${name}`;

/** The file compressed: done once, off the main thread. */
export function compressedAsset(name: AssetName, encoding: Encoding): Promise<Buffer> {
  const key = `${encoding} ${name}`;
  const known = compressed.get(key);
  if (known) return known;
  const made = compress[encoding](asset(name).content);
  compressed.set(key, made);
  return made;
}

const BROTLI_QUALITY = 9;
const compress: Record<Encoding, (content: Buffer) => Promise<Buffer>> = {
  br: (content) =>
    promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  gzip: (content) => promisify(gzip)(content, { level: 9 }),
};
