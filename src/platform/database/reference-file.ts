import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder with package.json above this file, whether it runs from src or from dist. */
function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error('No package.json above the reference data');
    folder = above;
  }
  return folder;
}

/** The text of `config/reference/<name>.json`: what is filled into a new database. */
export const referenceFile = (name: string): Promise<string> =>
  readFile(join(projectFolder(), 'config/reference', `${name}.json`), 'utf8');
