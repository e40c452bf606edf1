import type { Zone } from '../../platform/text/zones.js';
import type { ToldContent } from '../domain/summary.js';

/** Where whoever reads a summary opens what it names. */
export interface SummaryAddresses {
  file: (url: string) => string;
  photo: (id: string) => string;
  thumbnail: (id: string) => string;
}

declare module '../../platform/pages/page-parts.js' {
  interface PageSlots {
    /** All that a summary tells, on whatever page it is read; the zone is the host's. */
    'told-summary': { content: ToldContent; zone: Zone; at: SummaryAddresses };
  }
}
