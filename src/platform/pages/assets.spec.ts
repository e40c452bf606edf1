import { globSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { assetPath, findAsset, importsOf, isCurrent } from './assets.js';

const root = new URL('../../', import.meta.url).pathname;
const modules = globSync('*/pages/browser/*.ts', { cwd: root }).filter((path) => !path.endsWith('.spec.ts'));

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

  test('has a version that changes with what it loads later, too', () => {
    const later = modules.flatMap((path) => {
      const name = path.replace(/\.ts$/, '.js');
      const text = findAsset(name)?.content.toString('utf8') ?? '';
      return [...text.matchAll(/import\('([^']+)'\)/g)].map(([, imported = '']) => [name, imported] as const);
    });
    expect(later.length).toBeGreaterThan(1);
    for (const [name, imported] of later) {
      expect([...importsOf(name)]).toContain(new URL(imported, `http://a/${name}`).pathname.slice(1));
    }
  });

  test('has the version of all others, so that none is loaded twice by a page', () => {
    const versions = modules.map((path) => assetPath(path.replace(/\.ts$/, '.js')).split('/')[2]);
    expect(new Set(versions).size).toBe(1);
  });

  test('may be kept under the version its page names, not under another', () => {
    const name = 'platform/pages/browser/shell.js';
    const version = assetPath(name).split('/')[2] ?? '';
    expect(isCurrent(name, version)).toBe(true);
    expect(isCurrent(name, 'older')).toBe(false);
  });
});

test.each(['sambang.css', 'calendars/pages/calendar.css'])('%s is served without its comments', (name) => {
  const text = findAsset(name)?.content.toString('utf8') ?? '';
  expect(text).toMatch(/\{[^}]+\}/);
  expect(text).not.toContain('/*');
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
