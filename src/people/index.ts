export { PeopleModule } from './people.module.js';
export { OfficeReaders } from './queries/office-readers.js';
export { OfficerFacts } from './queries/officer-facts.js';
export { CreatePerson } from './use-cases/create-person.js';
export { OtherAccess } from './use-cases/end-access.js';
export { FirstAdministratorLink } from './use-cases/first-administrator-link.js';
