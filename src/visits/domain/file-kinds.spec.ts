import { expect, test } from '@jest/globals';
import { mediaTypeOf, safeFileName, type FileLook } from './file-kinds.js';

const PDF = '%PDF-1.7';
const ZIP = 'PK\u0003\u0004';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const ODT = 'application/vnd.oasis.opendocument.text';
const TYPES = '[Content_Types].xml';

const look = (begins: string, packed: string[] | null = null): FileLook => ({
  head: new TextEncoder().encode(begins),
  packed,
});
/** A local header of 30 bytes, then the first name and what it holds. */
const openDocument = (mediaType: string): string => `${ZIP}${'\u0000'.repeat(26)}mimetype${mediaType}`;

test.each<[string, FileLook, string | null]>([
  ['surat.pdf', look(PDF), 'application/pdf'],
  ['SURAT.PDF', look(PDF), 'application/pdf'],
  ['laporan.docx', look(ZIP, [TYPES, 'word/document.xml']), WORD],
  ['laporan.docx', look(ZIP, [TYPES, 'xl/workbook.xml']), null],
  ['laporan.docx', look(ZIP, [TYPES, 'word/document.xml', 'word/vbaProject.bin']), null],
  ['laporan.docx', look(ZIP, ['virus.exe']), null],
  ['laporan.docx', look(ZIP), null],
  ['laporan.odt', look(openDocument(ODT), ['mimetype', 'content.xml']), ODT],
  ['laporan.odt', look(openDocument('application/epub+zip'), ['mimetype', 'content.xml']), null],
  ['surat.pdf', look('<html>'), null],
  ['surat.html', look(PDF), null],
  ['surat', look(PDF), null],
  ['foto.jpg', look('\u00ff\u00d8'), null],
  ['kosong.pdf', look(''), null],
])('%s with %j is %p', (name, content, expected) => {
  expect(mediaTypeOf(name, content)).toBe(expected);
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
