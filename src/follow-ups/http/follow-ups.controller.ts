import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { ListFollowUps } from '../queries/list-follow-ups.js';
import { ReadFollowUp } from '../use-cases/read-follow-up.js';
import { WriteFollowUp } from '../use-cases/write-follow-up.js';
import { ChangeFollowUpBody, FollowUpBody, FollowUpListQuery, PostponeBody } from './follow-up.dto.js';
import { presentComment, presentFollowUp, presentFollowUpHistory } from './follow-up.presenter.js';
import type { FollowUpPage, FollowUpView, WholeFollowUpView } from './follow-up.view.js';

@ApiTags('follow-ups')
@Controller('api/follow-ups')
@Allow(signedIn)
export class FollowUpsController {
  constructor(
    private readonly write: WriteFollowUp,
    private readonly read: ReadFollowUp,
    private readonly list: ListFollowUps,
  ) {}

  /** Follow-ups of visits the caller may see, the first due first unless asked otherwise. */
  @Get()
  async index(@CurrentActor() actor: Actor, @Query() filter: FollowUpListQuery): Promise<FollowUpPage> {
    const page = await this.list.execute(actor, filter);
    return { items: page.items.map((fact) => presentFollowUp(fact, actor)), nextCursor: page.nextCursor };
  }

  @Get(':id')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<WholeFollowUpView> {
    const { history, comments, files: _, ...fact } = await this.read.execute(actor, id);
    return {
      ...presentFollowUp(fact, actor),
      history: history.map(presentFollowUpHistory),
      comments: comments.map(presentComment),
    };
  }

  /** Writes down what one of a visit's units promised. */
  @Post()
  async post(
    @CurrentActor() actor: Actor,
    @Body() { person, ...given }: FollowUpBody,
  ): Promise<FollowUpView> {
    const id = await this.write.create(actor, { ...given, personName: person });
    return presentFollowUp(await this.read.fact(actor, id), actor);
  }

  /** Carries a follow-up on: for the responsible unit. */
  @Patch(':id')
  async patch(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, person, ...change }: ChangeFollowUpBody,
  ): Promise<FollowUpView> {
    await this.write.change(actor, id, version, { ...change, personName: person });
    return presentFollowUp(await this.read.fact(actor, id), actor);
  }

  /** Moves the due date to a later day and says why: for the responsible unit. */
  @Post(':id/postpone')
  @HttpCode(200)
  async postpone(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, ...given }: PostponeBody,
  ): Promise<FollowUpView> {
    await this.write.postpone(actor, id, version, given);
    return presentFollowUp(await this.read.fact(actor, id), actor);
  }
}
