import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import { prettyFactory } from 'pino-pretty';
import type { Environment } from '../../../config/environment.js';
import { currentReference } from './reference.js';

/** What Nest tells at every start: the same each time, so that only `debug` shows it. */
const startChatter = new Set([
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
]);

const pinoLevels = { error: 'error', warn: 'warn', log: 'info', debug: 'debug' } as const;
type Level = keyof typeof pinoLevels;

/** What a line may hold beside its words. */
type LogFacts = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * The application's log on standard output, down to a level: a line of JSON each, or lines for people. A line that belongs to
 * a request or a job carries its reference (`ref`).
 */
export class ApplicationLog implements LoggerService {
  private readonly pino: Logger;

  constructor({ LOG_LEVEL, LOG_FORMAT }: Pick<Environment, 'LOG_LEVEL' | 'LOG_FORMAT'>) {
    this.pino = pino(
      {
        level: pinoLevels[LOG_LEVEL],
        base: undefined,
        timestamp: pino.stdTimeFunctions.isoTime,
        formatters: { level: (label) => ({ level: label }) },
        mixin: () => ({ ref: currentReference() }),
      },
      LOG_FORMAT === 'json' ? process.stdout : forPeople,
    );
  }

  log(message: unknown, ...rest: unknown[]): void {
    const isChatter = typeof rest.at(-1) === 'string' && startChatter.has(rest.at(-1) as string);
    this.write(isChatter ? 'debug' : 'log', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  /** Nest gives the stack before the context. */
  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  private write(level: Level, message: unknown, rest: readonly unknown[]): void {
    const context = typeof rest.at(-1) === 'string' ? (rest.at(-1) as string) : undefined;
    const facts = rest.find((part): part is LogFacts => typeof part === 'object' && part !== null);
    const stack =
      message instanceof Error
        ? message.stack
        : rest.slice(0, -1).find((part): part is string => typeof part === 'string');
    const words = message instanceof Error ? message.message : String(message);
    this.pino[pinoLevels[level]]({ context, ...facts, stack }, words);
  }
}

const asLine = prettyFactory({
  colorize: process.stdout.isTTY,
  translateTime: 'SYS:yyyy-mm-dd HH:MM:ss.l',
  messageFormat: '[{context}] {msg}',
  ignore: 'context',
  singleLine: true,
});

/** Written at once, so that the last words of a process are not lost. */
const forPeople = {
  write: (line: string): void => {
    process.stdout.write(asLine(line));
  },
};
