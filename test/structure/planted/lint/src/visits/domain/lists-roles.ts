// breaks: house/roles-are-asked-for-capabilities
export const ofUnits: readonly string[] = ['officer', 'unit-head'];
