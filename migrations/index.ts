import { Mail1763900000000 } from './1763900000000-mail.js';

/** Every migration, oldest first. */
export const migrations = [Mail1763900000000];
