import { globSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { assetPath, findAsset, isCurrent } from './assets.js';

const root = new URL('../../', import.meta.url).pathname;
const modules = globSync('*/pages/browser/*.ts', { cwd: root, exclude: (path) => path.endsWith('.spec.ts') });

describe('A module for the browser', () => {
  test('there are some', () => {
    expect(modules.length).toBeGreaterThan(0);
  });

  test.each(modules)('%s is JavaScript that imports only what is served', (path) => {
    const name = path.replace(/\.ts$/, '.js');
    const asset = findAsset(name);
    expect(asset?.type).toBe('text/javascript; charset=utf-8');
    const text = asset?.content.toString('utf8') ?? '';
    expect(text).not.toMatch(/\binterface \w+ \{/);
    for (const [, imported = ''] of text.matchAll(/^import [^;]*?from\s+'([^']+)'/gm)) {
      expect(imported).toMatch(/^\.{1,2}\//);
      expect(findAsset(new URL(imported, `http://a/${name}`).pathname.slice(1))).not.toBeNull();
    }
  });

  test('may be kept under the version its page names, not under another', () => {
    const name = 'platform/pages/browser/shell.js';
    const version = assetPath(name).split('/')[2] ?? '';
    expect(isCurrent(name, version)).toBe(true);
    expect(isCurrent(name, 'older')).toBe(false);
  });
});

describe('What is no asset', () => {
  test.each([
    '',
    'toString',
    '__proto__',
    '../package.json',
    'platform/pages/assets.ts',
    'platform/pages/assets.js',
    'platform/pages/browser/shell.ts',
    'platform/pages/browser/../assets.js',
    'platform/pages/browser/none.js',
    'platform/security/access.js',
    'platform/pages/../../main.js',
    'platform/pages/assets/%2e%2e/x.css',
  ])('%p is not served', (name) => {
    expect(findAsset(name)).toBeNull();
  });

  test('is a fault in a page that names it', () => {
    expect(() => assetPath('visits/pages/none.css')).toThrow('No asset visits/pages/none.css');
  });
});
