import { expect, test } from '@jest/globals';
import { mediaTypeOf, safeFileName } from './file-kinds.js';

const bytes = (text: string) => new TextEncoder().encode(text);

test.each([
  ['surat.pdf', '%PDF-1.7', 'application/pdf'],
  ['SURAT.PDF', '%PDF-1.7', 'application/pdf'],
  [
    'laporan.docx',
    'PK\u0003\u0004',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  ['surat.pdf', '<html>', null],
  ['surat.html', '%PDF-1.7', null],
  ['surat', '%PDF-1.7', null],
  ['foto.jpg', '\u00ff\u00d8', null],
  ['kosong.pdf', '', null],
])('%s that begins with %p is %p', (name, content, expected) => {
  expect(mediaTypeOf(name, bytes(content))).toBe(expected);
});

test.each([
  ['../../etc/surat.pdf', 'surat.pdf'],
  ['C:\\surat\\balasan.pdf', 'balasan.pdf'],
  ['a\r\nb"<>.pdf', 'ab.pdf'],
  [`${'a'.repeat(300)}.pdf`, `${'a'.repeat(146)}.pdf`],
  ['\u0000', ''],
])('%p is kept as %p', (name, expected) => {
  expect(safeFileName(name)).toBe(expected);
});
