/**
 * The organisations that count for one, as SQL: itself, and those that merged into it.
 *
 * @param code code of the organisation, a column or a place of the statement
 */
export const countingFor = (code: string): string =>
  `(SELECT cf.code FROM unit cf WHERE cf.heir = ${code} OR cf.code = ${code})`;
