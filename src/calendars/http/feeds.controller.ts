import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { Feeds } from '../queries/feeds.js';
import { OwnFeeds } from '../use-cases/own-feeds.js';
import { presentFeed } from './feed.presenter.js';

const scopes = ['me', 'unit', 'region'] as const;

export class FeedBody {
  /** `me`: visits one takes part in; `unit`: of the own unit; `region`: of the own regional office's units. */
  @IsIn(scopes)
  scope: (typeof scopes)[number];
}

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
  async post(@CurrentActor() actor: Actor, @Body() { scope }: FeedBody) {
    const { feed, url } = await this.own.create(actor, scope);
    return { ...presentFeed(feed), url };
  }

  @Get()
  async index(@CurrentActor() actor: Actor) {
    return { items: (await this.feeds.ofPerson(actor.personId)).map(presentFeed) };
  }

  @Delete(':id')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.own.revoke(actor, id);
  }
}
