import { ReminderSettingEntity } from './reminder-setting.entity.js';
import { WeeklyDigestEntity } from './weekly-digest.entity.js';

/** The tables of this feature. */
export const remindersEntities = [ReminderSettingEntity, WeeklyDigestEntity];
