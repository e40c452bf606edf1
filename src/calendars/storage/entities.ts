import { CalendarInvitationEntity } from './calendar-invitation.entity.js';
import { CalendarSettingEntity } from './calendar-setting.entity.js';
import { FeedEntity } from './feed.entity.js';

/** The tables of this feature. */
export const calendarsEntities = [CalendarInvitationEntity, CalendarSettingEntity, FeedEntity];
