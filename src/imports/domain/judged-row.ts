/** What a row would make, or what speaks against it, in words. */
export interface JudgedRow<Content> {
  /** Sentences; none where it can be made. */
  faults: string[];
  /** What would be made. */
  says: string;
  content: Content | null;
}

/** A fault of one cell. */
export const faultOf = (title: string, words: string): string => `${title}: ${words}`;

export const short = (text: string): string => (text.length > 80 ? `${text.slice(0, 77)}…` : text);
