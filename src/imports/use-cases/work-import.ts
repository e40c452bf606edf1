import { Injectable } from '@nestjs/common';
import { ActingPerson } from '../../people/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import { Announcer } from '../../platform/jobs/announcer.js';
import type { Actor } from '../../platform/security/actor.js';
import type { ImportKind } from '../domain/import-tables.js';
import { ImportError } from '../domain/error-codes.js';
import { ImportRepository, type ImportRow } from '../storage/import-repository.js';
import { JudgeRows } from './judge-rows.js';
import { MakeRow } from './make-rows.js';
import { TellImported } from './tell-imported.js';

declare module '../../platform/jobs/job.js' {
  interface Announcements {
    /** The rows of an import are to be made, or further ones of them. */
    'import.confirmed': { importId: string };
  }
}

/** Confirms what a preview showed, so that it is made. */
@Injectable()
export class ConfirmImport {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly imports: ImportRepository,
    private readonly announcer: Announcer,
  ) {}

  /** @throws ImportError `import-begun`; RequestError `not-found` for anybody but whoever brought the file */
  async execute(actor: Actor, importId: string): Promise<void> {
    await this.database.transaction(async () => {
      const file = found(await this.imports.lock(importId));
      if (file.createdBy !== actor.personId) throw new RequestError('not-found');
      if (file.state !== 'read') throw new ImportError('import-begun');
      await this.imports.confirm(importId, this.clock.now());
      await this.announcer.announce('import.confirmed', { importId });
    });
  }
}

/** Rows that are looked at together, and how many of them one run makes before it lets others go on. */
const ROWS_A_BATCH = 100;
const BATCHES_A_RUN = 20;

/** Makes rows that were looked through together, each as it stands now. */
@Injectable()
export class MakeBatch {
  constructor(
    private readonly imports: ImportRepository,
    private readonly judges: JudgeRows,
    private readonly make: MakeRow,
  ) {}

  /** @param actor null where whoever brought the file has no account any more */
  async execute(actor: Actor | null, kind: ImportKind, rows: readonly ImportRow[]): Promise<void> {
    const judge = actor && (await this.judges.judge(actor, kind, rows));
    for (const row of rows) {
      const judged = judge?.(row);
      if (!actor || !judged) {
        await this.imports.settle(row, { state: 'refused', says: 'Akun yang mengimpor sudah tidak aktif.' });
      } else if (judged.content === null) {
        await this.imports.settle(row, { state: 'refused', says: judged.faults.join(' ') });
      } else await this.make.execute(actor, row, judged.content);
    }
  }
}

/** Makes the rows of a confirmed import in batches; run again, it goes on where it stopped. */
@Injectable()
export class WorkImport {
  constructor(
    private readonly clock: Clock,
    private readonly imports: ImportRepository,
    private readonly actors: ActingPerson,
    private readonly batch: MakeBatch,
    private readonly tell: TellImported,
    private readonly announcer: Announcer,
  ) {}

  async execute(importId: string): Promise<void> {
    const file = await this.imports.find(importId);
    if (!file || file.state !== 'confirmed') return;
    const actor = await this.actors.byId(file.createdBy);
    for (let batch = 0; batch < BATCHES_A_RUN; batch++) {
      const rows = await this.imports.ready(importId, ROWS_A_BATCH);
      if (rows.length === 0) return this.finish(importId, actor);
      await this.batch.execute(actor, file.kind, rows);
    }
    await this.announcer.announce('import.confirmed', { importId });
  }

  /** Told before it is finished: mails have keys, so that telling again tells nobody twice. */
  private async finish(importId: string, actor: Actor | null): Promise<void> {
    if (actor) await this.tell.execute(importId, actor);
    await this.imports.finish(importId, this.clock.now());
  }
}
