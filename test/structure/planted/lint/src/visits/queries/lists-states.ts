// breaks: house/visit-states-are-asked-for-facts
export const statement = (unit: string): string => `SELECT v.id FROM visit v
  WHERE v.host_unit = ${unit} AND v.state IN ('confirmed', 'held')`;
