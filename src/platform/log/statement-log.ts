import { Logger } from '@nestjs/common';
import type { Logger as TypeOrmLogger } from 'typeorm';

/** A statement that takes longer is told, in milliseconds. */
export const SLOW_MS = 200;
const LONGEST_TEXT = 500;

/** What TypeORM has to tell: slow statements, by their text and never with their values, and migrations. */
export class StatementLog implements TypeOrmLogger {
  private readonly logger = new Logger('database');

  logQuerySlow(ms: number, statement: string): void {
    const text = statement.replace(/\s+/g, ' ').trim();
    const short = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)} …` : text;
    this.logger.warn(`slow statement, ${ms} ms: ${short}`);
  }

  logMigration(message: string): void {
    this.logger.debug(message);
  }

  // What fails is told by whoever asked for it.
  logQuery(): void {}
  logQueryError(): void {}
  logSchemaBuild(): void {}
  log(): void {}
}
