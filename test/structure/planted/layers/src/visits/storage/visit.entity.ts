import { person } from '../../people/storage/person.entity.js';

export const refers = person;
