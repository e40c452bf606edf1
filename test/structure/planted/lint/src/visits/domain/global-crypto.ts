// breaks: house/chance-is-an-argument
export const id = (): string => crypto.randomUUID();
