// breaks: house/visit-states-are-asked-for-facts
export const isSettled = (visit: { state: string }): boolean => visit.state !== 'requested';
