/** Before the code of a regional office, the code of the office as an organisation; the database holds it so. */
export const kanwilPrefix = 'kanwil-';

/** The organisation that somebody of the table `person`, by its alias, acts for: a regional office's people for their Kanwil. */
export const organisationOfPerson = (person: string): string =>
  `coalesce(${person}.unit, '${kanwilPrefix}' || ${person}.regional_office)`;
