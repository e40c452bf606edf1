import type { IssuedFeed } from '../use-cases/own-feeds.js';
import { feedName } from '../domain/feed-content.js';
import { subscribeLinks } from '../domain/subscribe-links.js';
import type { ListedFeed } from '../queries/feeds.js';
import type { FeedView, IssuedFeedView } from './feed.view.js';

export function presentFeed(feed: ListedFeed): FeedView {
  const { id, scope, unit, regionalOffice, visitId, shows, programs, states, createdAt, lastUsedAt } = feed;
  return {
    id,
    name: feedName(feed),
    scope,
    unit,
    regionalOffice,
    visit: visitId,
    shows,
    programs,
    states,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}

/** With the secret address, and with links that add it to people's calendars: in this answer only. */
export function presentIssuedFeed({ feed, url, eventsUrl }: IssuedFeed): IssuedFeedView {
  // People's calendars show events, and no VFREEBUSY.
  const { webcal, ...add } = subscribeLinks(eventsUrl ?? url, feedName(feed));
  return { ...presentFeed(feed), url, webcal, eventsUrl, add };
}
