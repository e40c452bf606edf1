import { PressQuoteEntity, PressQuoteLinkEntity } from './press-quote.entity.js';
import { PressPointEntity, PressRevisionEntity, PressTextEntity } from './press-text.entity.js';

/** The tables of this feature. */
export const pressEntities = [
  PressTextEntity,
  PressRevisionEntity,
  PressPointEntity,
  PressQuoteEntity,
  PressQuoteLinkEntity,
];
