export { CalendarsModule } from './calendars.module.js';
export { platforms, subscribeLinks } from './domain/subscribe-links.js';
export { ParticipantCalendar } from './use-cases/participant-calendar.js';
export { OwnFeeds } from './use-cases/own-feeds.js';
export { ReadFeed, type FeedDocument } from './use-cases/read-feed.js';
export { RepeatInvitation } from './use-cases/refresh-invitation.js';
export { calendarsPersonal } from './storage/personal-columns.js';
