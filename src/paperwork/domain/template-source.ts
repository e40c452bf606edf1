import type { Paper } from '../../platform/text/paper.js';
import type { LetterKind } from './letter-kinds.js';
import type { PaperFacts, PaperLetter, PaperVisit } from './paper-facts.js';

/** What a template is filled in from: the facts, and the paper that is written of them without one. */
export interface TemplateSource {
  letter: PaperLetter;
  /** The visit, or the first leg of a trip. */
  visit: PaperVisit;
  visits: PaperFacts['visits'];
  paper: Pick<Paper, 'blocks'>;
  otherSigner: PaperFacts['otherSigner'];
  certificates: PaperFacts['certificates'];
}

/** A placeholder: what it says, and how it is made; null for what is not known. */
export interface TemplateValue<Of> {
  says: string;
  of: (of: Of) => string | null;
  /** Kinds of letters that have it; every one where it is left out. */
  kinds?: readonly LetterKind[];
}
