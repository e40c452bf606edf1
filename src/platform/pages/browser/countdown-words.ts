/** The words of the server itself. */
export { countdownWords } from '../../text/time-left.js';
