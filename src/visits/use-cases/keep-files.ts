import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { found } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { newId } from '../../platform/text/tokens.js';
import type { Zone } from '../../platform/text/zones.js';
import { VisitError } from '../domain/error-codes.js';
import { fieldChange } from '../domain/field-changes.js';
import { mediaTypeOf, safeFileName } from '../domain/file-kinds.js';
import { mayRecord } from '../domain/visit-policies.js';
import { FileRepository, type VisitFileRow } from '../storage/file-repository.js';
import { ChangeVisit } from './change-visit.js';
import { ReadVisit } from './read-visit.js';

/** Keeps the documents of a visit: letters, lists, reports. */
@Injectable()
export class KeepFiles {
  constructor(
    private readonly clock: Clock,
    private readonly read: ReadVisit,
    private readonly changeVisit: ChangeVisit,
    private readonly files: FileRepository,
  ) {}

  /** @throws VisitError `file-kind-unknown`, `file-twice` (by its constraint) */
  async add(actor: Actor, visitId: string, givenName: string, content: Buffer): Promise<VisitFileRow> {
    const name = safeFileName(givenName);
    const mediaType = mediaTypeOf(name, content);
    if (mediaType === null) throw new VisitError('file-kind-unknown');
    return this.changeVisit.execute(
      actor,
      visitId,
      'add-file',
      async (visit) => {
        const file: VisitFileRow = {
          id: newId(),
          visitId: visit.id,
          name,
          mediaType,
          size: content.length,
          sha256: createHash('sha256').update(content).digest('hex'),
          addedBy: actor.personId,
          addedAt: this.clock.now(),
        };
        await this.files.add(file, content);
        const changes = fieldChange('file', null, null, name);
        return { visit, result: file, beside: ['files'], changes };
      },
      { may: mayRecord },
    );
  }

  async list(actor: Actor, visitId: string): Promise<{ files: VisitFileRow[]; timeZone: Zone }> {
    const { visit } = await this.read.execute(actor, visitId);
    return { files: await this.files.ofVisit(visitId), timeZone: visit.timeZone };
  }

  async open(actor: Actor, visitId: string, id: string): Promise<VisitFileRow & { content: Buffer }> {
    await this.read.execute(actor, visitId);
    return found(await this.files.content(visitId, id));
  }

  async remove(actor: Actor, visitId: string, id: string): Promise<void> {
    await this.changeVisit.execute(
      actor,
      visitId,
      'remove-file',
      async (visit) => {
        const file = (await this.files.ofVisit(visit.id)).find((each) => each.id === id);
        const changes = fieldChange('file', null, found(file).name, null);
        await this.files.remove(visit.id, id);
        return { visit, result: undefined, beside: ['files'], changes };
      },
      { may: mayRecord },
    );
  }
}
