export { PeopleModule } from './people.module.js';
export { OfficeReaders } from './queries/office-readers.js';
export { OfficerFacts } from './queries/officer-facts.js';
export { CreatePerson } from './use-cases/create-person.js';
export { FirstAdministratorLink } from './use-cases/first-administrator-link.js';
