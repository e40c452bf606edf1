export { PersonalDataModule } from './personal-data.module.js';
export { personalTables } from './use-cases/personal-tables.js';
