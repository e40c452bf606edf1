import { DefaultNamingStrategy, type NamingStrategyInterface, type Table } from 'typeorm';

/** The column of a property: `contact_phone` of `contactPhone`. */
export const columnName = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

/** TypeORM's own table, which it made before anything here was named. */
export const MIGRATIONS_TABLE = 'schema_migration';

/** Columns are snake_case in SQL and camelCase in TypeScript; keys are named as PostgreSQL does by itself. */
export class SnakeCaseNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override tableName(className: string, customName: string | undefined): string {
    return customName ?? columnName(className);
  }

  override columnName(propertyName: string, customName: string | undefined, prefixes: string[]): string {
    return [...prefixes.map(columnName), customName ?? columnName(propertyName)].join('_');
  }

  override primaryKeyName(table: Table | string, columns: string[]): string {
    const name = this.getTableName(table);
    return name === MIGRATIONS_TABLE ? super.primaryKeyName(table, columns) : `${name}_pkey`;
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return [this.getTableName(table), ...columns, 'key'].join('_');
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return [this.getTableName(table), ...columns, 'fkey'].join('_');
  }
}
