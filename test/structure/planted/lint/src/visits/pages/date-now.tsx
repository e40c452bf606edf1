// breaks: house/time-comes-from-clock
export const Now = () => <time>{Date.now()}</time>;
