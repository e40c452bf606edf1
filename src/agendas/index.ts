export { AgendasModule } from './agendas.module.js';
export { AgendaFacts, type PublishedSession } from './queries/agenda-facts.js';
export { AgendaMailParts } from './use-cases/agenda-mail-parts.js';
export { LayOutAgenda } from './use-cases/lay-out-agenda.js';
export { PublishAgenda } from './use-cases/publish-agenda.js';
export { SaveAgenda, type GivenItem } from './use-cases/save-agenda.js';
export { ReadSessionQuestions } from './queries/read-session-questions.js';
export { agendasPersonal } from './storage/personal-columns.js';
