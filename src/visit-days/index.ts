export { VisitDaysModule } from './visit-days.module.js';
export { OutgoingEntries, type ChosenPhoto, type OutgoingEntry } from './queries/outgoing-entries.js';
export { ChangeEntry } from './use-cases/change-entry.js';
export { ReadEntries, type ShownEntry } from './use-cases/read-entries.js';
export { visitDaysPersonal } from './storage/personal-columns.js';
