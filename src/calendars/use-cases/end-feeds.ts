import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OtherAccess } from '../../people/index.js';
import { FeedRepository } from '../storage/feed-repository.js';

/** Ends the feeds of an account whose access ends. */
@Injectable()
export class EndFeeds implements OnModuleInit {
  constructor(
    private readonly access: OtherAccess,
    private readonly feeds: FeedRepository,
  ) {}

  onModuleInit(): void {
    this.access.register('feeds', (personId) => this.feeds.removeOf(personId));
  }
}
