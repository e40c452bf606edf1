// breaks: house/roles-are-asked-for-capabilities
export const heads = `SELECT email FROM person p WHERE p.role = 'unit-head' AND p.suspended_at IS NULL`;
