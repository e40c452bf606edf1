// breaks: house/settings-come-from-environment
const { env } = process;

export const home = env.HOME;
