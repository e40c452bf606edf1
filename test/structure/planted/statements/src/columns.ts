import type { Database } from './database.js';

export class Columns {
  constructor(private readonly database: Database) {}

  misspeltInSql() {
    return this.database.query<{ name: string }>('SELECT nmae AS name FROM unit');
  }

  misspeltInType() {
    return this.database.query<{ areagroup: string | null }>('SELECT area_group FROM unit');
  }

  tooMany() {
    return this.database.query<{ code: string; name: string }>('SELECT code FROM unit');
  }

  tooFew() {
    return this.database.query<{ code: string }>('SELECT code, name FROM unit');
  }

  twice() {
    return this.database.query<{ code: string }>(
      'SELECT u.code, o.code FROM unit u JOIN regional_office o ON o.code = u.regional_office',
    );
  }

  ofAnotherType() {
    return this.database.query<{ version: string }>('SELECT version FROM unit');
  }

  asText() {
    return this.database.query<{ count: number }>('SELECT count(*) AS count FROM unit');
  }

  asLocalDate() {
    return this.database.query<{ date: string }>('SELECT date FROM holiday');
  }

  ofAnotherZone() {
    return this.database.query<{ zone: string }>('SELECT time_zone AS zone FROM unit');
  }

  openAsClosed() {
    return this.database.query<{ name: 'Cipinang' }>('SELECT name FROM unit');
  }

  oneOfTooFew() {
    return this.database.query<{ zone: 'Asia/Jakarta' }>('SELECT time_zone AS zone FROM unit');
  }

  inJson() {
    return this.database.query<{ unit: { code: string; email: string; hosts: boolean } }>(
      `SELECT jsonb_build_object('code', code, 'email', email, 'version', version) AS unit FROM unit`,
    );
  }
}
