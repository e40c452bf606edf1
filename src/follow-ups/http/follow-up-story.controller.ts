import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { MadeView } from '../../platform/http/made.view.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { CommentFollowUp } from '../use-cases/comment-follow-up.js';
import { ConfirmReplication } from '../use-cases/confirm-replication.js';
import { ReadFollowUp } from '../use-cases/read-follow-up.js';
import { CommentBody, ReplicationBody, WithdrawReplicationBody } from './follow-up.dto.js';
import { presentFollowUpComment, presentFollowUp } from './follow-up.presenter.js';
import type { FollowUpCommentList, FollowUpView } from './follow-up.view.js';

/** What the other side and the regional offices add to a follow-up: words, and that it is a replication. */
@ApiTags('follow-ups')
@Controller('api/follow-ups/:id')
@Allow(signedIn)
export class FollowUpStoryController {
  constructor(
    private readonly read: ReadFollowUp,
    private readonly comment: CommentFollowUp,
    private readonly replication: ConfirmReplication,
  ) {}

  /** Comments, the oldest first. */
  @Get('comments')
  async comments(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<FollowUpCommentList> {
    const { comments } = await this.read.execute(actor, id);
    return { items: comments.map(presentFollowUpComment) };
  }

  /** Says something: for both units of the visit and their regional offices. */
  @Post('comments')
  async say(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { body }: CommentBody,
  ): Promise<MadeView> {
    return { id: await this.comment.execute(actor, id, body) };
  }

  /** Confirms what was done as a copied practice: for the other unit and the regional offices of both. */
  @Post('replication')
  async confirm(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, ...given }: ReplicationBody,
  ): Promise<FollowUpView> {
    await this.replication.confirm(actor, id, version, given);
    return presentFollowUp(await this.read.fact(actor, id), actor);
  }

  /** Takes the confirmation back and says why; it stays in the history. */
  @Post('replication/withdraw')
  @HttpCode(200)
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, reason }: WithdrawReplicationBody,
  ): Promise<FollowUpView> {
    await this.replication.withdraw(actor, id, version, reason);
    return presentFollowUp(await this.read.fact(actor, id), actor);
  }
}
