import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { FileStore } from '../../platform/files/file-store.js';
import { LooseFiles } from '../../platform/files/loose-files.js';
import type { KeptDownload } from '../../platform/http/download.js';
import type { GivenFile } from '../../platform/http/file-upload.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { newId } from '../../platform/text/tokens.js';
import { StoreDocument, VisitError } from '../../visits/index.js';
import { allowedVerbs, mayDo } from '../domain/follow-up-policies.js';
import { FollowUpError } from '../domain/error-codes.js';
import { EvidenceFileRepository, type EvidenceFileRow } from '../storage/evidence-file-repository.js';
import { ReadFollowUp } from './read-follow-up.js';

/** What evidence lies in. */
@Injectable()
export class EvidenceStore {
  constructor(
    readonly database: Database,
    readonly rows: EvidenceFileRepository,
    readonly documents: StoreDocument,
    readonly objects: FileStore,
    readonly loose: LooseFiles,
  ) {}
}

/** Keeps the documents that show what was done: of the kinds that a visit keeps. */
@Injectable()
export class KeepEvidence {
  constructor(
    private readonly clock: Clock,
    private readonly read: ReadFollowUp,
    private readonly files: EvidenceStore,
  ) {}

  /** @throws VisitError `file-kind-unknown`; FollowUpError `follow-up-file-twice` (by its constraint); FileError `files-away` */
  async add(actor: Actor, followUpId: string, given: GivenFile): Promise<EvidenceFileRow> {
    await this.checkMayProve(actor, followUpId);
    const document = await this.files.documents.execute(given);
    if (document === null) throw new VisitError('file-kind-unknown');
    const file: EvidenceFileRow = {
      id: newId(),
      followUpId,
      ...document,
      stored: document.sha256,
      addedBy: actor.personId,
      addedAt: this.clock.now(),
    };
    await this.files.rows.add(file);
    return file;
  }

  async list(actor: Actor, followUpId: string): Promise<EvidenceFileRow[]> {
    await this.read.fact(actor, followUpId);
    return this.files.rows.ofFollowUp(followUpId);
  }

  async open(actor: Actor, followUpId: string, id: string): Promise<KeptDownload> {
    await this.read.fact(actor, followUpId);
    return this.files.objects.download(found(await this.files.rows.content(followUpId, id)));
  }

  async remove(actor: Actor, followUpId: string, id: string): Promise<void> {
    await this.checkMayProve(actor, followUpId);
    await this.files.database.transaction(async () => {
      const sha256 = found(await this.files.rows.remove(followUpId, id));
      await this.files.loose.release(sha256);
    });
  }

  private async checkMayProve(actor: Actor, followUpId: string): Promise<void> {
    const fact = await this.read.fact(actor, followUpId);
    if (!mayDo('prove', fact, actor)) throw new RequestError('not-allowed');
    if (!allowedVerbs(fact, actor).includes('prove')) {
      throw new FollowUpError('follow-up-step-not-allowed', { state: fact.state });
    }
  }
}
