// breaks: house/roles-are-asked-for-capabilities
export const isOver = ({ role }: { role: string }): boolean => role === 'regional';
