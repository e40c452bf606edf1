import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { PersonalTable } from '../../platform/database/personal-columns.js';
import type { Subject } from '../domain/subject.js';
import { ErasureRepository } from '../storage/erasure-repository.js';
import type { ColumnTypes } from '../storage/worded-rows.js';
import { EraseFiles } from './erase-files.js';
import { EraseTable } from './erase-table.js';
import { ErasureCourse } from './erasure-course.js';
import { personalTables } from './personal-tables.js';

/** What was written while it went on is gone through once more, and then again. */
const ROUNDS = 3;

/**
 * Takes somebody out of everything, table by table, each in a transaction of its own: a run that is cut off goes on where it
 * was. What is somebody's is known from the beginning on, and forgotten at the end.
 */
@Injectable()
export class ErasePerson {
  private readonly logger = new Logger('personal-data');

  constructor(
    private readonly database: Database,
    private readonly erasures: ErasureRepository,
    private readonly course: ErasureCourse,
    private readonly table: EraseTable,
    private readonly files: EraseFiles,
  ) {}

  async execute(id: string): Promise<void> {
    const erasure = await this.erasures.find(id);
    if (!erasure || erasure.doneAt !== null) return;
    const subject = erasure.subject ?? (await this.course.begin(erasure));
    const types = await this.table.types();
    for (const [name, table] of Object.entries(personalTables)) {
      if (!erasure.doneTables.includes(name)) await this.pass(name, table, subject, { erasureId: id, types });
    }
    for (let round = 1; round < ROUNDS && (await this.again(subject, id, types)); round++);
    await this.files.ofReceivedMails(subject);
    await this.files.ofNotes(subject);
    await this.files.ofJobs(subject, id);
    await this.files.ofFolder(subject);
    await this.course.end(erasure);
    this.logger.log(`erasure ${id} is done`);
  }

  private async pass(
    name: string,
    table: PersonalTable,
    subject: Subject,
    how: { erasureId: string; types: ColumnTypes },
  ): Promise<void> {
    await this.database.transaction(async () => {
      const files = name === 'mail' ? await this.files.ofMails(subject) : 0;
      const changed = await this.table.execute(name, table, subject, how);
      await this.erasures.pass(how.erasureId, name, changed + files);
    });
  }

  /** @returns whether something was left, and was gone through again */
  private async again(subject: Subject, erasureId: string, types: ColumnTypes): Promise<boolean> {
    let wasLeft = false;
    for (const [name, table] of Object.entries(personalTables)) {
      if (!(await this.table.isLeft(name, table, subject, erasureId))) continue;
      wasLeft = true;
      await this.pass(name, table, subject, { erasureId, types });
    }
    return wasLeft;
  }
}
