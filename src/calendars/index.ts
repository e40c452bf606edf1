export { CalendarsModule } from './calendars.module.js';
export { OwnFeeds } from './use-cases/own-feeds.js';
export { ReadFeed } from './use-cases/read-feed.js';
