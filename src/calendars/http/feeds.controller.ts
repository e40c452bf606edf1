import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { Feeds } from '../queries/feeds.js';
import { OwnFeeds } from '../use-cases/own-feeds.js';
import { presentFeed, presentIssuedFeed } from './feed.presenter.js';
import { FeedBody } from './feed.dto.js';
import type { FeedList, IssuedFeedView } from './feed.view.js';

@ApiTags('feeds')
@Controller('api/feeds')
@Allow(signedIn)
export class FeedsController {
  constructor(
    private readonly own: OwnFeeds,
    private readonly feeds: Feeds,
  ) {}

  /** Makes a feed; its secret address is in this answer only. */
  @Post()
  async post(@CurrentActor() actor: Actor, @Body() { visit, ...wanted }: FeedBody): Promise<IssuedFeedView> {
    return presentIssuedFeed(await this.own.create(actor, { ...wanted, visitId: visit ?? null }));
  }

  @Get()
  async index(@CurrentActor() actor: Actor): Promise<FeedList> {
    return { items: (await this.feeds.ofPerson(actor.personId)).map(presentFeed) };
  }

  /** Gives the feed another address, which is in this answer only; the one before answers 404 from now on. */
  @Post(':id/regenerate')
  @HttpCode(200)
  async regenerate(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<IssuedFeedView> {
    return presentIssuedFeed(await this.own.regenerate(actor, id));
  }

  @Delete(':id')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.own.revoke(actor, id);
  }
}
