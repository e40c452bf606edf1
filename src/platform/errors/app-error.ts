/** Values that the text of an error names. */
export type ErrorFacts = Readonly<Record<string, unknown>>;

/** One fault of one field of the input; `field` is a path such as `participants.0.email`. */
export interface FieldFault {
  field: string;
  message: string;
}

/**
 * Something the caller can be told: a code from a feature's closed set and the facts its text names.
 * It carries no HTTP; the feature's problem table gives status, log level and text.
 */
export class AppError<Code extends string = string> extends Error {
  constructor(
    readonly code: Code,
    readonly facts: ErrorFacts = {},
    readonly faults: readonly FieldFault[] = [],
  ) {
    super(code);
    this.name = 'AppError';
  }
}

/** Seconds until what was refused may be tried again, where the error says so. */
export function secondsToWait({ facts }: AppError): number | undefined {
  const { retryAfter } = facts;
  return typeof retryAfter === 'number' ? retryAfter : undefined;
}
