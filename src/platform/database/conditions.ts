/** Conditions of a WHERE clause with their `$n` parameters, joined by AND. */
export class Conditions {
  readonly parameters: unknown[] = [];
  private readonly parts: string[] = [];

  /** The clause; true when nothing is asked. */
  get sql(): string {
    return this.parts.map((part) => `(${part})`).join(' AND ') || 'true';
  }

  /** Takes a parameter up and returns its `$n`. */
  place(value: unknown): string {
    this.parameters.push(value);
    return `$${this.parameters.length}`;
  }

  add(part: (...places: string[]) => string, ...values: unknown[]): void {
    this.parts.push(part(...values.map((value) => this.place(value))));
  }

  /** Adds a condition only when its value is given. */
  addIf(part: (place: string) => string, value: unknown): void {
    if (value !== undefined) this.add(part, value);
  }
}

/**
 * The right side of `=` for one of the texts in a list, a place of the statement, which is planned alike for few and many:
 * so one plan serves them all, where PostgreSQL would plan anew for each short list.
 */
export const oneOf = (list: string): string => `ANY (ARRAY(SELECT unnest(${list}::text[])))`;

/** A LIKE pattern for texts that contain the words as they are. */
export const patternOf = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`;

/** The same where there may be none; undefined for none. */
export const containing = (words: string | undefined): string | undefined =>
  words ? patternOf(words) : undefined;
