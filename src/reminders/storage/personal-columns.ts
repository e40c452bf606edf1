import { impersonal, type PersonalTables } from '../../platform/database/personal-columns.js';

const place = 'codes of offices, and days';

export const remindersPersonal: PersonalTables = {
  reminder_setting: impersonal(place, 'unit'),
  weekly_digest: impersonal(place, 'regional_office', 'monday'),
};
