/** What is said of an organisation where nobody has an active account. */
export const NOT_USING = 'Belum memakai Sambang';

/** How lists are narrowed to those that use Sambang, or those that do not. */
export const usageOptions = [
  { value: 'ya', name: 'Sudah memakai Sambang' },
  { value: 'belum', name: NOT_USING },
] as const;

/** What a filter asks for; undefined for all. */
export const usageAsked = (value: string | undefined): boolean | undefined =>
  value === 'ya' ? true : value === 'belum' ? false : undefined;
