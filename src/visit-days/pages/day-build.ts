import { createHash } from 'node:crypto';
import { assetPath } from '../../platform/pages/assets.js';

const files = [
  'tabler.css',
  'tabler-dark.css',
  'sambang.css',
  'icon.svg',
  'visit-days/pages/day.css',
  'platform/pages/browser/shell.js',
  'visit-days/pages/browser/day.js',
  'visit-days/pages/browser/day-worker.js',
];

/** Changes whenever a file changes that the page of the day is made of: names the store that a device keeps it in. */
export const dayBuild = (): string =>
  createHash('sha256').update(files.map(assetPath).join(' ')).digest('base64url').slice(0, 12);
