import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { FolderTransport } from './folder-transport.js';
import { buildStoredMail } from './stored-mail.fixture.js';

const NAME = '17-0199a5b4-0000-7000-8000-000000000001.eml';
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sambang-mails-'));
});

afterEach(() => rm(folder, { recursive: true }));

describe('FolderTransport', () => {
  test('keeps a mail as a file that a mail program opens', async () => {
    const mail = buildStoredMail();
    await new FolderTransport(folder, 'sambang@sambang.test').send(mail);
    expect(await readdir(join(folder, 'mails'))).toEqual([NAME]);
    const bytes = await readFile(join(folder, 'mails', NAME));
    expect(bytes.toString('latin1')).not.toMatch(/[^\r]\n/);
    expect((await simpleParser(bytes)).text).toBe(mail.text);
  });

  test('the same mail again is the same file', async () => {
    const transport = new FolderTransport(folder, 'sambang@sambang.test');
    await transport.send(buildStoredMail());
    await transport.send(buildStoredMail());
    await transport.send(buildStoredMail({ id: '0199a5b4-0000-7000-8000-000000000009', position: '18' }));
    const names = await readdir(join(folder, 'mails'));
    expect(names.sort()).toEqual([NAME, '18-0199a5b4-0000-7000-8000-000000000009.eml']);
  });

  test('fails when the mail cannot be kept', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    await expect(new FolderTransport(file, 'sambang@sambang.test').send(buildStoredMail())).rejects.toThrow();
  });
});
