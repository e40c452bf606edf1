import ts from 'typescript';
import { SnakeCaseNaming } from '../../src/platform/database/naming.js';
import type { Project } from './program.js';

/** The TypeScript type of each column that an entity describes, by `table.column`. */
export function entityColumns({ files, checker }: Project): ReadonlyMap<string, ts.Type> {
  const naming = new SnakeCaseNaming();
  const columns = new Map<string, ts.Type>();
  for (const file of files.filter(({ fileName }) => fileName.endsWith('.entity.ts'))) {
    for (const statement of file.statements) {
      const table = ts.isClassDeclaration(statement) && decorator(statement, 'Entity')?.arguments[0];
      if (!table || !ts.isStringLiteralLike(table)) continue;
      for (const member of statement.members) {
        if (!ts.isPropertyDeclaration(member)) continue;
        const column = naming.columnName(member.name.getText(), ownName(member), []);
        columns.set(`${table.text}.${column}`, checker.getTypeAtLocation(member.name));
      }
    }
  }
  return columns;
}

function decorator(node: ts.HasDecorators, name: string): ts.CallExpression | undefined {
  return (ts.getDecorators(node) ?? [])
    .map(({ expression }) => expression)
    .find(
      (call): call is ts.CallExpression => ts.isCallExpression(call) && call.expression.getText() === name,
    );
}

/** The name that `@Column({ name: … })` gives. */
function ownName(member: ts.PropertyDeclaration): string | undefined {
  for (const options of [decorator(member, 'Column'), decorator(member, 'PrimaryColumn')].flatMap((call) => [
    ...(call?.arguments ?? []),
  ])) {
    if (!ts.isObjectLiteralExpression(options)) continue;
    const name = options.properties.find((property) => property.name?.getText() === 'name');
    if (name && ts.isPropertyAssignment(name) && ts.isStringLiteralLike(name.initializer))
      return name.initializer.text;
  }
  return undefined;
}
