import type { Database } from './database.js';

declare const table: () => string;

export class Unreadable {
  constructor(private readonly database: Database) {}

  named() {
    return this.database.query<{ code: string }>(`SELECT code FROM ${table()}`);
  }

  ofNobody(text: string) {
    return this.database.query<{ code: string }>(text);
  }

  excused() {
    return this.database.query<{ code: string }>(`SELECT code FROM ${table()} /* excused */`);
  }
}
