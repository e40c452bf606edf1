const LIST = new Intl.ListFormat('id-ID', { style: 'long', type: 'conjunction' });

/** Names as a sentence has them: `Budi dan Siti`, `Budi, Siti, dan Tono`. */
export const nameList = (names: readonly string[]): string => LIST.format(names);
