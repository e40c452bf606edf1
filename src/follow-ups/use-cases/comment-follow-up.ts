import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { newId } from '../../platform/text/tokens.js';
import { FollowUpError } from '../domain/error-codes.js';
import { mayDo } from '../domain/follow-up-policies.js';
import { CommentRepository } from '../storage/comment-repository.js';
import { ReadFollowUp } from './read-follow-up.js';

/** Both units and their regional offices talk about what was promised. */
@Injectable()
export class CommentFollowUp {
  constructor(
    private readonly clock: Clock,
    private readonly read: ReadFollowUp,
    private readonly comments: CommentRepository,
  ) {}

  /**
   * @returns the id of the comment
   * @throws FollowUpError `comment-empty`
   */
  async execute(actor: Actor, followUpId: string, body: string): Promise<string> {
    const fact = await this.read.fact(actor, followUpId);
    if (!mayDo('comment', fact, actor)) throw new RequestError('not-allowed');
    if (body.trim() === '') throw new FollowUpError('comment-empty');
    const id = newId();
    const author = { authorId: actor.personId, authorName: actor.name };
    await this.comments.add({ id, followUpId, ...author, at: this.clock.now(), body });
    return id;
  }
}
