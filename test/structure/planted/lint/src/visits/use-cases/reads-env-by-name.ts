// breaks: house/settings-come-from-environment
export const home = process['env']['HOME'];
