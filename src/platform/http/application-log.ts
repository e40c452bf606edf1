import { ConsoleLogger, type LogLevel } from '@nestjs/common';

const levels = ['error', 'warn', 'log', 'debug'] as const satisfies LogLevel[];

/** What Nest tells at every start: the same each time, so that only `debug` shows it. */
const startChatter = new Set([
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
]);

/** The application's log on the console, down to a level. */
export class ApplicationLog extends ConsoleLogger {
  constructor(private readonly lowest: (typeof levels)[number]) {
    super({ logLevels: [...levels.slice(0, levels.indexOf(lowest) + 1)], colors: process.stdout.isTTY });
  }

  override log(message: unknown, ...rest: unknown[]): void {
    const context = rest.at(-1);
    if (this.lowest !== 'debug' && typeof context === 'string' && startChatter.has(context)) return;
    super.log(message, ...(rest as [string]));
  }
}
