import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { FileStore } from '../../platform/files/file-store.js';
import { LooseFiles } from '../../platform/files/loose-files.js';
import type { KeptDownload } from '../../platform/http/download.js';
import type { GivenFile } from '../../platform/http/file-upload.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { newId } from '../../platform/text/tokens.js';
import type { Zone } from '../../platform/text/zones.js';
import { VisitError } from '../domain/error-codes.js';
import { fieldChange } from '../domain/field-changes.js';
import { mayRecord } from '../domain/visit-policies.js';
import { FileRepository, type VisitFileRow } from '../storage/file-repository.js';
import { ChangeVisit } from './change-visit.js';
import { ReadVisit } from './read-visit.js';
import { StoreDocument, type StoredDocument } from './store-document.js';

/** What documents of visits lie in. */
@Injectable()
export class VisitFileStore {
  constructor(
    readonly rows: FileRepository,
    readonly documents: StoreDocument,
    readonly objects: FileStore,
    readonly loose: LooseFiles,
  ) {}
}

/** Keeps the documents of a visit: letters, lists, reports. */
@Injectable()
export class KeepFiles {
  constructor(
    private readonly clock: Clock,
    private readonly read: ReadVisit,
    private readonly changeVisit: ChangeVisit,
    private readonly files: VisitFileStore,
  ) {}

  /** @throws VisitError `file-kind-unknown`, `file-twice` (by its constraint); FileError `files-away` */
  async add(actor: Actor, visitId: string, given: GivenFile): Promise<VisitFileRow> {
    const { visit } = await this.read.execute(actor, visitId);
    if (!mayRecord(visit, actor)) throw new RequestError('not-allowed');
    return this.addStored(actor, visitId, await this.store(given));
  }

  /** Brings a document into the store, before the transaction that adds it. @throws as `add` */
  async store(given: GivenFile): Promise<StoredDocument> {
    const document = await this.files.documents.execute(given);
    if (document === null) throw new VisitError('file-kind-unknown');
    return document;
  }

  /** @throws VisitError `file-twice` (by its constraint) */
  addStored(actor: Actor, visitId: string, document: StoredDocument): Promise<VisitFileRow> {
    return this.changeVisit.execute(
      actor,
      visitId,
      'add-file',
      async (visit) => {
        const file: VisitFileRow = {
          id: newId(),
          visitId: visit.id,
          ...document,
          stored: document.sha256,
          addedBy: actor.personId,
          addedAt: this.clock.now(),
        };
        await this.files.rows.add(file);
        const changes = fieldChange('file', null, null, file.name);
        return { visit, result: file, beside: ['files'], changes };
      },
      { may: mayRecord },
    );
  }

  async list(actor: Actor, visitId: string): Promise<{ files: VisitFileRow[]; timeZone: Zone }> {
    const { visit } = await this.read.execute(actor, visitId);
    return { files: await this.files.rows.ofVisit(visitId), timeZone: visit.timeZone };
  }

  async open(actor: Actor, visitId: string, id: string): Promise<KeptDownload> {
    await this.read.execute(actor, visitId);
    return this.files.objects.download(found(await this.files.rows.content(visitId, id)));
  }

  async remove(actor: Actor, visitId: string, id: string): Promise<void> {
    await this.changeVisit.execute(
      actor,
      visitId,
      'remove-file',
      async (visit) => {
        const file = (await this.files.rows.ofVisit(visit.id)).find((each) => each.id === id);
        const { name, sha256 } = found(file);
        const changes = fieldChange('file', null, name, null);
        await this.files.rows.remove(visit.id, id);
        await this.files.loose.release(sha256);
        return { visit, result: undefined, beside: ['files'], changes };
      },
      { may: mayRecord },
    );
  }
}
