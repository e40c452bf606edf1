// breaks: house/calendar-fields-are-ours
export const attributes = { type: 'time', name: 'dari' };
