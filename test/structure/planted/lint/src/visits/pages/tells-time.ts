// breaks: house/visit-times-know-their-reader
import { formatDateTimeRange } from '../../platform/text/dates.js';

export const words = (at: Date): string => formatDateTimeRange(at, at, 'Asia/Jakarta');
