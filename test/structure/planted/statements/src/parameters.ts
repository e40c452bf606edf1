import type { Database } from './database.js';

export class Parameters {
  constructor(private readonly database: Database) {}

  ofAnotherType(version: string) {
    return this.database.query<{ code: string }>('SELECT code FROM unit WHERE version = $1', [version]);
  }

  listForOne(codes: readonly string[]) {
    return this.database.query<{ name: string }>('SELECT name FROM unit WHERE code = $1', [codes]);
  }

  instantForDate(at: Date) {
    return this.database.query<{ name: string }>('SELECT name FROM holiday WHERE date = $1', [at]);
  }

  maybeMissing(code?: string) {
    return this.database.query<{ name: string }>('SELECT name FROM unit WHERE code = $1', [code]);
  }

  tooFew(code: string) {
    return this.database.query<{ name: string }>('SELECT name FROM unit WHERE code = $1 AND version > $2', [
      code,
    ]);
  }

  async nullWritten(name: string | null) {
    await this.database.query('UPDATE unit SET name = $1', [name]);
  }
}
