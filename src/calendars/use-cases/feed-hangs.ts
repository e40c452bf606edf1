import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Hangs } from '../../people/index.js';
import { Feeds } from '../queries/feeds.js';

/** What of calendars hangs on a person: feeds, whose addresses are secrets of their own. */
@Injectable()
export class FeedHangs implements OnModuleInit {
  constructor(
    private readonly hangs: Hangs,
    private readonly feeds: Feeds,
  ) {}

  onModuleInit(): void {
    this.hangs.register({
      kind: 'calendars.feeds',
      order: 80,
      title: 'Langganan kalender',
      words: 'Berakhir: alamatnya rahasia pribadi. Rekan yang memerlukannya membuat langganan sendiri.',
      columns: ['feed.person_id'],
      fate: 'ends',
      find: async ({ id }) => ({ count: (await this.feeds.ofPerson(id)).length, things: [] }),
    });
  }
}
