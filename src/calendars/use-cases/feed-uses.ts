import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { IncidentLog } from '../../platform/errors/incident-log.js';
import { ParticipantLinks } from '../../visits/index.js';
import type { FeedState } from '../queries/feed-states.js';
import { FeedRepository } from '../storage/feed-repository.js';

/** How often a use is noted, in milliseconds. */
const NOTED_EVERY = 3_600_000;
/** How long uses are gathered, in milliseconds. */
const GATHERED_FOR = 1000;

/** Notes that feeds were read: of each once an hour, of many in one statement, and after they were answered. */
@Injectable()
export class FeedUses implements BeforeApplicationShutdown {
  private readonly feeds = new Set<string>();
  private readonly links = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private usedAt = new Date(0);

  constructor(
    private readonly database: Database,
    private readonly repository: FeedRepository,
    private readonly participants: ParticipantLinks,
    private readonly incidents: IncidentLog,
  ) {}

  note({ feedId, tokenHash, usedAt }: FeedState, now: Date): void {
    if (usedAt !== null && now.getTime() - usedAt.getTime() < NOTED_EVERY) return;
    if (feedId === null) this.links.add(tokenHash);
    else this.feeds.add(tokenHash);
    this.usedAt = now;
    this.timer ??= setTimeout(() => void this.write(), GATHERED_FOR).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.write();
  }

  private async write(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const [feeds, links] = [[...this.feeds], [...this.links]];
    this.feeds.clear();
    this.links.clear();
    try {
      await this.database.inBackground(async () => {
        if (feeds.length > 0) await this.repository.noteUses(feeds, this.usedAt);
        if (links.length > 0) await this.participants.noteFeedUses(links, this.usedAt);
      });
    } catch (error) {
      this.incidents.report(error, 'uses of feeds were not noted');
    }
  }
}
