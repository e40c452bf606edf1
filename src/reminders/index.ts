export { RemindersModule } from './reminders.module.js';
export { remindersPersonal } from './storage/personal-columns.js';
