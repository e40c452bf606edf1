/** Whether a value has the form of a NIP: 18 digits. Nothing more is checked, since PPPK numbers are built differently. */
export function isNip(value: string): boolean {
  return /^[0-9]{18}$/.test(value);
}

/** A NIP without the blanks, dots and dashes that people put between its digits. */
export const bareNip = (typed: string): string => typed.replace(/[\s.\u2010-\u2015-]/g, '');

/**
 * A NIP as shown outside official papers: the last three digits (the serial number) only, since the rest tells
 * birth date and sex. Anything that is not a NIP is masked whole.
 */
export function maskNip(value: string): string {
  const shown = isNip(value) ? 3 : 0;
  return '*'.repeat(value.length - shown) + value.slice(value.length - shown);
}
