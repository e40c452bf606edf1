import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { draftPress } from '../src/press/domain/draft-press.js';
import { pressKinds, wholeText } from '../src/press/domain/press-kinds.js';
import { missingIn } from '../src/press/domain/press-parts.js';
import { pressCases } from './support/press-cases.js';

/*
 * The drafts are compared with test/golden/press/<case>.<kind>.txt.
 * After a wanted change: `npm test -- test/press-texts.spec.ts -u`, then read the diff.
 */

const isUpdate = (): boolean =>
  (expect.getState() as { snapshotState?: { _updateSnapshot?: string } }).snapshotState?._updateSnapshot ===
  'all';

const golden = new URL('golden/press/', import.meta.url);
const cases = Object.keys(pressCases);
const textOf = (name: string, kind: (typeof pressKinds)[number]): string =>
  wholeText(kind, draftPress(kind, pressCases[name]!));

describe.each(pressKinds)('the draft of a text, %s', (kind) => {
  test.each(cases)('%s', (name) => {
    const file = new URL(`${name}.${kind}.txt`, golden);
    const text = `${textOf(name, kind)}\n`;
    if (isUpdate()) {
      mkdirSync(golden, { recursive: true });
      writeFileSync(file, text);
    }
    expect(text).toBe(readFileSync(file, 'utf8'));
  });

  test.each(cases)('%s says only what is known, in whole sentences', (name) => {
    const text = textOf(name, kind);
    expect(text).not.toMatch(/undefined|null|\s\.|,\.|\.\.|;\.|\s{2,}$| {2}/m);
  });
});

test('what is not known is marked and never made up', () => {
  expect(missingIn(textOf('belum-ada-kutipan', 'panjang'))).toEqual([
    '[Kutipan Kepala Bapas Kelas II Purwokerto belum ada: mintalah, lalu muat setelah disetujui]',
    '[Kutipan Kepala Rutan Kelas IIB Banjarnegara belum ada: mintalah, lalu muat setelah disetujui]',
  ]);
  expect(textOf('belum-ada-kutipan', 'panjang')).not.toContain('ujar');
  expect(missingIn(textOf('rujukan', 'panjang'))).toEqual([]);
  expect(missingIn(textOf('rujukan', 'laporan-wa'))).toEqual([
    '[Situasi belum diisi: tulis bagaimana kegiatan berlangsung]',
  ]);
});
