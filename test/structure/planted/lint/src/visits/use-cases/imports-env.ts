// breaks: house/settings-come-from-environment
import { env } from 'node:process';

export const home = env.HOME;
