/** What other features' rules may know of reminders. */
export { learningDays, type LearningDay } from './learning-days.js';
