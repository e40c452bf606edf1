import { Injectable } from '@nestjs/common';
import { FeedRepository } from '../storage/feed-repository.js';

/** Keeps the marks of what changed few, so that polls stay short. */
@Injectable()
export class FoldFeedChanges {
  constructor(private readonly feeds: FeedRepository) {}

  execute(): Promise<void> {
    return this.feeds.foldChanges();
  }
}
