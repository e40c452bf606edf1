import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

/** Packages that weigh much and that few processes ever use: each is loaded by the first that needs it. */
const LOADED_LATER = [
  ...['asn1js', 'diff', 'docx', 'echarts', 'exceljs', 'fontkit', 'ical.js', 'imapflow', 'mailparser'],
  ...['node-html-parser', 'pdfmake', 'qrcode', 'read-excel-file', 'sharp', 'windows-iana'],
];

/** Notes which file of each package is asked for first, and by which of ours. */
const NOTE_LOADED = `
  import { registerHooks } from 'node:module';
  const found = {};
  registerHooks({
    resolve(name, context, next) {
      const resolved = next(name, context);
      const [, of] = /\\/node_modules\\/((?:@[^/]+\\/)?[^/]+)\\//.exec(resolved.url) ?? [];
      if (of) found[of] ??= context.parentURL;
      return resolved;
    },
  });
  await import('./dist/src/boot.js');
  await import('./dist/src/people/index.js');
  console.log(JSON.stringify(found));
`;

test('a start loads nothing that few processes need', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--input-type=module',
    '--eval',
    NOTE_LOADED,
  ]);
  const loaded = JSON.parse(stdout) as Record<string, string>;
  expect(Object.keys(loaded)).toEqual(expect.arrayContaining(['@nestjs/core', 'fastify']));
  expect(Object.entries(loaded).filter(([name]) => LOADED_LATER.includes(name))).toEqual([]);
});
