import { AppError } from '../../platform/errors/app-error.js';

/** Why an agenda does not become what somebody asked. */
export type AgendaErrorCode = 'agenda-unsound' | 'agenda-stale' | 'agenda-empty' | 'session-unknown';

/** What keeps an agenda from becoming what somebody asked. */
export class AgendaError extends AppError<AgendaErrorCode> {}
