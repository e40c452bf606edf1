import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectFolder } from '../files/project-folder.js';

/** Files read side by side. */
const AT_ONCE = 50;

let version: Promise<string> | undefined;

/**
 * Names what runs here: another program, another release of a package or of Node has another name. What a program wrote
 * holds only for the same one.
 */
export const programVersion = (): Promise<string> => (version ??= ofFiles());

async function ofFiles(): Promise<string> {
  const sources = fileURLToPath(new URL('../../', import.meta.url));
  const paths: string[] = [];
  for await (const file of glob('**/*.{js,ts,tsx}', { cwd: sources })) {
    if (!/\.(?:d|spec)\.ts$/.test(file)) paths.push(join(sources, file));
  }
  paths.sort();
  const packages = await readFile(join(projectFolder(), 'package.json'));
  const all = createHash('sha256').update(process.version).update(packages);
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    const texts = await Promise.all(paths.slice(at, at + AT_ONCE).map((path) => readFile(path)));
    for (const text of texts) all.update(text);
  }
  return all.digest('base64url').slice(0, 16);
}
