// breaks: house/time-comes-from-clock
export const now = (): string => Date();
