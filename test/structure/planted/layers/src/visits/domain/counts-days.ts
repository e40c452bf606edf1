import { DateTime } from 'luxon';

export const fromMillis = (ms: number): DateTime => DateTime.fromMillis(ms);
