// breaks: house/visit-states-are-asked-for-facts
export const over: readonly string[] = ['held', 'closed'];
