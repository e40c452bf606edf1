// breaks: house/visit-states-are-asked-for-facts
export const order = `CASE state WHEN 'confirmed' THEN starts_at END`;
