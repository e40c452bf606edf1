// breaks: house/chance-is-an-argument
export const dice = (): number => Math.random();
