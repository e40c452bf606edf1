import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { darkRules } from './dark-rules.js';

const locate = createRequire(import.meta.url);
const packaged = (path: string): Buffer => readFileSync(locate.resolve(path));
const tabler = (): Buffer => packaged('@tabler/core/dist/css/tabler.min.css');
/** The calendar of pages with the views and the language it is used with; the packages export no such file by name. */
const fullCalendar = (): Buffer => {
  const packages = ['core', 'daygrid', 'timegrid', 'list', 'interaction'];
  const builds = packages.map((name) =>
    readFileSync(join(dirname(locate.resolve(`@fullcalendar/${name}`)), 'index.global.min.js')),
  );
  const joined = [...builds, packaged('@fullcalendar/core/locales/id.global.min.js')].join('\n');
  // Its font of signs is a data address in its style sheet, which the security policy refuses; words stand in for it.
  return Buffer.from(joined.replace(/@font-face\{[^}]*\}/g, ''));
};
const sourceRoot = new URL('../../', import.meta.url);
const own = (path: string): Buffer => readFileSync(new URL(path, sourceRoot));

const CSS = 'text/css; charset=utf-8';
const JAVASCRIPT = 'text/javascript; charset=utf-8';

/** Files of packages, and those made from them; a feature's own need no entry (see `ownFile`). */
const packagedFiles: Readonly<Record<string, { type: string; read: () => Buffer }>> = {
  'tabler.css': { type: CSS, read: tabler },
  'tabler-dark.css': { type: CSS, read: () => Buffer.from(darkRules(tabler().toString('utf8'))) },
  'sortable.js': { type: JAVASCRIPT, read: () => packaged('sortablejs/Sortable.min.js') },
  'sambang.css': { type: CSS, read: () => own('platform/pages/assets/sambang.css') },
  'sambang-dark.css': { type: CSS, read: () => own('platform/pages/assets/sambang-dark.css') },
  'fullcalendar.js': { type: JAVASCRIPT, read: fullCalendar },
  'icon.svg': { type: 'image/svg+xml', read: () => own('platform/pages/assets/icon.svg') },
};

/** What features serve of their own: style sheets and pictures of their pages, and modules for the browser. */
const ownPath = /^[a-z-]+\/pages\/(?:[a-z-]+\/)?[a-z0-9-]+\.(?:css|svg|webp|js)$/;
/** Modules for the browser, and those of the server that it loads as they are. */
const browserModule =
  /^(?:[a-z-]+\/pages\/browser\/[a-z0-9-]+|platform\/text\/(?:time-left|typed-(?:calendar|clock|values)|calendar-(?:dates|words)|date-range|zones))\.js$/;
const types: Readonly<Record<string, string>> = {
  css: CSS,
  svg: 'image/svg+xml',
  webp: 'image/webp',
  js: JAVASCRIPT,
};

export type Encoding = 'br' | 'gzip';

/** A file that pages load; its version changes with its content, so that a browser may keep it for good. */
export interface Asset {
  version: string;
  type: string;
  content: Buffer;
}

const assets = new Map<string, Asset | null>();
const compressed = new Map<string, Promise<Buffer>>();

/** A style sheet as browsers need it; what a licence says stays (`/*!`). */
const withoutComments = (sheet: Buffer): Buffer =>
  Buffer.from(sheet.toString('utf8').replace(/\/\*(?!!)[\s\S]*?\*\/\s*/g, ''));

/** The file as it stands in this build, read once; null when there is none of that name. */
export function findAsset(name: string): Asset | null {
  const known = assets.get(name);
  if (known !== undefined) return known;
  const packagedFile = Object.hasOwn(packagedFiles, name) ? packagedFiles[name] : undefined;
  const file = packagedFile ? packagedFile.read() : ownFile(name);
  const type = packagedFile?.type ?? types[name.replace(/^.*\./, '')] ?? '';
  const content = type === CSS ? file && withoutComments(file) : file;
  const made = content && { version: versionOf(content), type, content };
  // What nobody made is not remembered: its names have no end.
  if (made) assets.set(name, made);
  return made;
}

function ownFile(name: string): Buffer | null {
  if (browserModule.test(name)) return moduleOf(name);
  if (!ownPath.test(name)) return null;
  return name.endsWith('.js') || !existsSync(new URL(name, sourceRoot)) ? null : own(name);
}

/** A module as the build compiled it; run from the sources, its types are taken off here. */
function moduleOf(name: string): Buffer | null {
  if (existsSync(new URL(name, sourceRoot))) {
    return Buffer.from(
      own(name)
        .toString('utf8')
        .replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'),
    );
  }
  const source = name.replace(/\.js$/, '.ts');
  if (!existsSync(new URL(source, sourceRoot))) return null;
  return Buffer.from(stripTypeScriptTypes(own(source).toString('utf8')));
}

const versionOf = (content: Buffer): string =>
  createHash('sha256').update(content).digest('base64url').slice(0, 12);

/** The address pages load a file from. Error for a name that no file has. */
export function assetPath(name: string): string {
  const found = findAsset(name);
  if (!found) throw new Error(`No asset ${name}`);
  return `/aset/${browserModule.test(name) ? moduleVersion() : found.version}/${name}`;
}

let versionOfModules: string | null = null;

/**
 * All modules for the browser have one version, which their imports, relative addresses, keep. Under versions of their own
 * a page would load what two of its modules import twice, with two states.
 */
function moduleVersion(): string {
  versionOfModules ??= versionOf(
    Buffer.concat(moduleNames().map((name) => findAsset(name)?.content ?? Buffer.alloc(0))),
  );
  return versionOfModules;
}

function moduleNames(): string[] {
  const files = globSync(['*/pages/browser/*.{js,ts}', 'platform/text/*.{js,ts}'], {
    cwd: fileURLToPath(sourceRoot),
  });
  const names = files.map((file) => file.replaceAll('\\', '/').replace(/\.ts$/, '.js'));
  return [...new Set(names)].filter((name) => browserModule.test(name)).sort();
}

/** A browser module with all that it imports, also later, itself first. */
export function importsOf(name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  const text = findAsset(name)?.content.toString('utf8') ?? '';
  for (const [, path = ''] of text.matchAll(/\b(?:from\s+|import\()'(\.{1,2}\/[^']+)'/g)) {
    importsOf(new URL(path, `http://a/${name}`).pathname.slice(1), seen);
  }
  return seen;
}

/** Whether a browser may keep what it loads under this version for good. */
export function isCurrent(name: string, version: string): boolean {
  return (browserModule.test(name) ? moduleVersion() : findAsset(name)?.version) === version;
}

/** The file compressed: done once, off the main thread. */
export function compressedAsset(name: string, { content }: Asset, encoding: Encoding): Promise<Buffer> {
  const key = `${encoding} ${name}`;
  const known = compressed.get(key);
  if (known) return known;
  const made = compress[encoding](content);
  compressed.set(key, made);
  return made;
}

/** A tenth smaller than by 9, for a third of a second of the processor, once for each file that somebody asks for. */
const BROTLI_QUALITY = 10;
const compress: Record<Encoding, (content: Buffer) => Promise<Buffer>> = {
  br: (content) =>
    promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  gzip: (content) => promisify(gzip)(content, { level: 9 }),
};
