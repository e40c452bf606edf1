import { namedInmates } from '../../platform/text/inmate-names.js';
import { withoutContacts } from '../../platform/text/private-details.js';

/** The longest texts, in characters. */
export const LONGEST_NAME = 120;
export const LONGEST_SOLD_BY = 40;
/** The most results, and the most products, of one visit or practice. */
export const MOST_RESULTS = 40;

/** Words beside each text that names somebody, or says how to reach somebody. */
export const privateFaults = (
  texts: Readonly<Record<string, string>>,
): { field: string; message: string }[] =>
  Object.entries(texts).flatMap(([field, text]) => {
    if (namedInmates(text).length > 0) return [{ field, message: 'jangan menulis nama warga binaan' }];
    return withoutContacts(text) === text
      ? []
      : [{ field, message: 'jangan menulis telepon, surel, atau NIP' }];
  });
