/** Street and postcode of a unit (an alias), as SQL; NULL without a street. */
export const streetAddress = (unit: string): string =>
  `${unit}.address || coalesce(' ' || ${unit}.postcode, '')`;
