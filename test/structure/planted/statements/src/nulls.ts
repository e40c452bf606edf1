import type { Database } from './database.js';

interface Named {
  code: string;
  officeName: string | null;
}

export class Nulls {
  constructor(private readonly database: Database) {}

  notDeclared() {
    return this.database.query<{ email: string }>('SELECT email FROM unit');
  }

  byOuterJoin() {
    return this.database.query<{ name: string }>(
      'SELECT u.name FROM person p LEFT JOIN unit u ON u.code = p.unit',
    );
  }

  ofNoRows() {
    return this.database.query<{ last: number }>('SELECT max(version) AS last FROM unit');
  }

  ofNoBranch() {
    return this.database.query<{ rank: number }>(
      `SELECT CASE WHEN name LIKE 'A%' THEN 1 END AS rank FROM unit`,
    );
  }

  neverThere(): Promise<Named[]> {
    return this.database.query(
      `SELECT u.code, o.name AS "officeName" FROM unit u JOIN regional_office o ON o.code = u.regional_office`,
    );
  }

  markedForNothing() {
    return this.database.query<{ name: string }>('SELECT name /* never null: it has one */ FROM unit');
  }

  markedNowhere() {
    return this.database.query<{ code: string }>(
      'SELECT code FROM (SELECT code, email /* never null: so */ FROM unit)',
    );
  }

  marked() {
    return this.database.query<{ email: string }>('SELECT email /* never null: a plant */ FROM unit');
  }
}
