import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { newId } from '../../platform/text/tokens.js';
import { mediaTypeOf, safeFileName, VisitError } from '../../visits/index.js';
import { allowedVerbs, mayDo } from '../domain/follow-up-policies.js';
import { FollowUpError } from '../domain/error-codes.js';
import { EvidenceFileRepository, type EvidenceFileRow } from '../storage/evidence-file-repository.js';
import { ReadFollowUp } from './read-follow-up.js';

/** Keeps the documents that show what was done: of the kinds that a visit keeps. */
@Injectable()
export class KeepEvidence {
  constructor(
    private readonly clock: Clock,
    private readonly read: ReadFollowUp,
    private readonly files: EvidenceFileRepository,
  ) {}

  /** @throws VisitError `file-kind-unknown`; FollowUpError `follow-up-file-twice` (by its constraint) */
  async add(actor: Actor, followUpId: string, givenName: string, content: Buffer): Promise<EvidenceFileRow> {
    await this.checkMayProve(actor, followUpId);
    const name = safeFileName(givenName);
    const mediaType = mediaTypeOf(name, content);
    if (mediaType === null) throw new VisitError('file-kind-unknown');
    const file: EvidenceFileRow = {
      id: newId(),
      followUpId,
      name,
      mediaType,
      size: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      addedBy: actor.personId,
      addedAt: this.clock.now(),
    };
    await this.files.add(file, content);
    return file;
  }

  async list(actor: Actor, followUpId: string): Promise<EvidenceFileRow[]> {
    await this.read.fact(actor, followUpId);
    return this.files.ofFollowUp(followUpId);
  }

  async open(actor: Actor, followUpId: string, id: string): Promise<EvidenceFileRow & { content: Buffer }> {
    await this.read.fact(actor, followUpId);
    return found(await this.files.content(followUpId, id));
  }

  async remove(actor: Actor, followUpId: string, id: string): Promise<void> {
    await this.checkMayProve(actor, followUpId);
    found((await this.files.remove(followUpId, id)) || null);
  }

  private async checkMayProve(actor: Actor, followUpId: string): Promise<void> {
    const fact = await this.read.fact(actor, followUpId);
    if (!mayDo('prove', fact, actor)) throw new RequestError('not-allowed');
    if (!allowedVerbs(fact, actor).includes('prove')) {
      throw new FollowUpError('follow-up-step-not-allowed', { state: fact.state });
    }
  }
}
