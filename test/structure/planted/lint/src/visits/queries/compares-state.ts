// breaks: house/visit-states-are-asked-for-facts
export const statement = "SELECT 1 FROM visit_history x WHERE x.to_state IS DISTINCT FROM 'confirmed'";
