import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import { MailTransport } from './mail-transport.js';
import { buildMessage } from './mime.js';
import type { StoredMail } from './outgoing-mail.js';

/** Keeps each mail as `mails/<position>-<id>.eml`; the same mail sent again is the same file. */
export class FolderTransport extends MailTransport {
  readonly lanes = 4;
  readonly leavesTheHouse = false;
  private readonly folder: string;
  private readonly composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

  /** @param dataFolder the folder that `mails/` is made in */
  constructor(
    dataFolder: string,
    private readonly from: string,
  ) {
    super();
    this.folder = join(dataFolder, 'mails');
  }

  async send(mail: StoredMail): Promise<void> {
    const { message } = await this.composer.sendMail(buildMessage(mail, this.from));
    await mkdir(this.folder, { recursive: true });
    const path = join(this.folder, `${mail.position}-${mail.id}.eml`);
    const part = `${path}.part`;
    try {
      await writeDurably(part, message);
      await rename(part, path);
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  }
}

/** Writes a file and waits until it is on the disk. */
async function writeDurably(path: string, content: Buffer | Readable): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
