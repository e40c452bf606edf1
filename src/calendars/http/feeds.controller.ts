import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsIn, IsUUID } from 'class-validator';
import { IsCode, MayBeLeftOut } from '../../platform/http/fields.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import {
  feedForms,
  feedScopes,
  shownStates,
  type FeedForm,
  type FeedScope,
  type ShownState,
} from '../domain/feed-content.js';
import { Feeds } from '../queries/feeds.js';
import { OwnFeeds } from '../use-cases/own-feeds.js';
import { presentFeed, presentIssuedFeed } from './feed.presenter.js';

export class FeedBody {
  /** `me`: visits one takes part in; `unit`, `region`: of the own unit or regional office; `visit`: one visit. */
  @IsIn(feedScopes)
  scope: FeedScope;

  /** The visit of a feed of one visit. */
  @MayBeLeftOut()
  @IsUUID()
  visit?: string;

  /**
   * `visits`: agendas in the descriptions; `sessions`: each session of a published agenda an event of its own;
   * `busy`: the times of the own unit alone, as VFREEBUSY (RFC 5545 section 3.6.4).
   */
  @MayBeLeftOut()
  @IsIn(feedForms)
  shows?: FeedForm;

  /** Only visits with one of these programs. */
  @MayBeLeftOut()
  @IsCode({ each: true })
  @ArrayMaxSize(20)
  @ArrayUnique()
  programs?: string[];

  /** Only visits that calendars show in one of these states. */
  @MayBeLeftOut()
  @IsIn(shownStates, { each: true })
  @ArrayMaxSize(shownStates.length)
  @ArrayUnique()
  states?: ShownState[];
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
  async post(@CurrentActor() actor: Actor, @Body() { visit, ...wanted }: FeedBody) {
    return presentIssuedFeed(await this.own.create(actor, { ...wanted, visitId: visit ?? null }));
  }

  @Get()
  async index(@CurrentActor() actor: Actor) {
    return { items: (await this.feeds.ofPerson(actor.personId)).map(presentFeed) };
  }

  /** Gives the feed another address, which is in this answer only; the one before answers 404 from now on. */
  @Post(':id/regenerate')
  @HttpCode(200)
  async regenerate(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return presentIssuedFeed(await this.own.regenerate(actor, id));
  }

  @Delete(':id')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.own.revoke(actor, id);
  }
}
