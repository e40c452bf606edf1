import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../files/project-folder.js';

/** The text of `config/reference/<name>.json`: what is filled into a new database. */
export const referenceFile = (name: string): Promise<string> =>
  readFile(join(projectFolder(), 'config/reference', `${name}.json`), 'utf8');
