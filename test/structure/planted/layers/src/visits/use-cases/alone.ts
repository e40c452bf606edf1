// breaks: no-orphan
export const alone = true;
