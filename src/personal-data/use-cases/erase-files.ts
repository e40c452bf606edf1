import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Environment } from '../../../config/environment.js';
import { Database } from '../../platform/database/database.js';
import { Blotter } from '../domain/blotter.js';
import { searchPatternOf } from '../domain/mark-pattern.js';
import { hasMarks, type Subject } from '../domain/subject.js';
import { HeldMails } from '../storage/held-mails.js';
import { KeptJobs } from '../storage/kept-jobs.js';
import { mailWords } from './mail-words.js';

/** Mails whose source is read by one statement. */
const AT_ONCE = 20;

/** Takes somebody out of what is no words of a table: files of mails, sources of those that came, waiting jobs, kept mails. */
@Injectable()
export class EraseFiles {
  constructor(
    private readonly environment: Environment,
    private readonly database: Database,
    private readonly mails: HeldMails,
    private readonly jobs: KeptJobs,
  ) {}

  /** Before the mails themselves are written anew, since they say whose their files are. */
  async ofMails({ addresses, everywhere }: Subject): Promise<number> {
    await this.mails.withhold(addresses);
    if (!hasMarks(everywhere)) return 0;
    return this.mails.dropFiles(addresses, searchPatternOf(everywhere));
  }

  async ofReceivedMails(subject: Subject): Promise<number> {
    if (!hasMarks(subject.everywhere)) return 0;
    const blotter = new Blotter(subject.everywhere, '');
    let [after, dropped] = ['0', 0];
    for (;;) {
      const sources = await this.mails.sources(after, AT_ONCE);
      const naming: string[] = [];
      for (const { id, source } of sources) if (blotter.finds(await mailWords(source))) naming.push(id);
      if (naming.length > 0) await this.mails.dropSources(naming);
      dropped += naming.length;
      const last = sources.at(-1);
      if (!last || sources.length < AT_ONCE) return dropped;
      after = last.position;
    }
  }

  async ofNotes({ everywhere }: Subject): Promise<void> {
    const words = everywhere.names.flatMap((name) => name.toLowerCase().match(/\p{L}+/gu) ?? []);
    if (words.length > 0) await this.mails.forgetWords(words);
  }

  async ofJobs({ everywhere }: Subject, erasureId: string): Promise<number> {
    if (!hasMarks(everywhere)) return 0;
    const blotter = new Blotter(everywhere, erasureId.slice(0, 18));
    const found = await this.jobs.naming(searchPatternOf(everywhere));
    const gone = (value: object | null) => value && (blotter.json(value as never) as object);
    await this.database.transaction(async () => {
      for (const job of found) {
        const key = job.key === null ? null : blotter.keyText(job.key);
        await this.jobs.write({ ...job, data: gone(job.data), output: gone(job.output), key });
      }
    });
    return found.length;
  }

  /** Mails that are kept as files where none are sent. */
  async ofFolder({ everywhere }: Subject): Promise<number> {
    if (!hasMarks(everywhere)) return 0;
    const folder = join(this.environment.DATA_DIR, 'mails');
    const blotter = new Blotter(everywhere, '');
    let removed = 0;
    for (const name of await namesIn(folder)) {
      const path = join(folder, name);
      if (!blotter.finds(await mailWords(await readFile(path)))) continue;
      await rm(path, { force: true });
      removed += 1;
    }
    return removed;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.eml'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
