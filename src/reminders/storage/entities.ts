import { ReminderSettingEntity } from './reminder-setting.entity.js';

/** The tables of this feature. */
export const remindersEntities = [ReminderSettingEntity];
