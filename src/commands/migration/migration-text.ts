/** A migration that stands in no file yet. */
export interface NewMigration {
  /** Words in small letters with hyphens. */
  name: string;
  /** Milliseconds since 1970; the order of migrations. */
  timestamp: number;
  /** Statements in the order in which they run. */
  up: readonly string[];
  down: readonly string[];
}

export const classOf = ({ name, timestamp }: Pick<NewMigration, 'name' | 'timestamp'>): string =>
  name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('') + String(timestamp);

export const migrationFileOf = ({ name, timestamp }: Pick<NewMigration, 'name' | 'timestamp'>): string =>
  `${timestamp}-${name}.ts`;

/** A migration as TypeScript, in the form of the others. */
export function migrationText(migration: NewMigration): string {
  const className = classOf(migration);
  const words = migration.name.replaceAll('-', ' ');
  return `import type { MigrationInterface, QueryRunner } from 'typeorm';

/** ${words.charAt(0).toUpperCase()}${words.slice(1)}. */
export class ${className} implements MigrationInterface {
  name = '${className}';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(\`${inTemplate(migration.up)}\`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(\`${inTemplate(migration.down)}\`);
  }
}
`;
}

const inTemplate = (statements: readonly string[]): string => {
  const lines = statements.map((statement) => `      ${statement.trim().replace(/[\\`]|\$\{/g, '\\$&')};`);
  return `\n${lines.join('\n')}\n    `;
};

/** The newest migration's place in the order, in milliseconds since 1970, by the text of `migrations/index.ts`. */
export const newestIn = (index: string): number =>
  Math.max(0, ...[...index.matchAll(/(\d{13}),\n/g)].map(([, timestamp]) => Number(timestamp)));

/** The text of `migrations/index.ts` with one more at its end. */
export function withMigration(index: string, migration: Pick<NewMigration, 'name' | 'timestamp'>): string {
  const className = classOf(migration);
  const module = `./${migrationFileOf(migration).replace(/\.ts$/, '.js')}`;
  return index
    .replace(/\n\n\/\*\*/, `\nimport { ${className} } from '${module}';\n\n/**`)
    .replace(/\];\n$/, `  ${className},\n];\n`);
}
