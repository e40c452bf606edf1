import { Client } from 'pg';
import { readCatalog } from './catalog.js';
import { shapeOfOutput } from './columns-of.js';
import { describe, type Description } from './describe.js';
import { entityColumns } from './entity-columns.js';
import { exceptions as listed, withoutExceptions, type Exception } from './exceptions.js';
import { shapeOf } from './expression-shape.js';
import { findStatements, type Statement, type Variant } from './find-statements.js';
import { frameOf } from './frame.js';
import { marked, needlessMarks } from './marked-columns.js';
import { marksIn } from './marks.js';
import { NullableFields } from './nullable-fields.js';
import { givenOf, parameterFaults, writtenNulls } from './parameter-faults.js';
import { openProject, type Project } from './program.js';
import { rowFaults } from './row-faults.js';
import { anything, oneOf, type Shape } from './shape.js';
import { snapshotOf, type Described } from './snapshot.js';
import type { Comparison } from './type-faults.js';

/** What PostgreSQL says of the statements in the code. */
export interface StatementReport {
  /** One line each, with the place in the code: empty when all are as they are declared. */
  faults: string[];
  /** The statements as a file. */
  snapshot: string;
}

/**
 * Has PostgreSQL describe every statement that the code sends, on the migrated schema, and holds the columns and
 * parameters against their types in the code. Nothing is run.
 *
 * @param configFile the tsconfig of the code, whose files are named from `root`
 */
export async function checkStatements(
  url: string,
  configFile: string,
  root: string,
  exceptions: readonly Exception[] = listed,
): Promise<StatementReport> {
  const project = openProject(configFile, root);
  const { statements, needless } = withoutExceptions(findStatements(project), exceptions);
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const check = new StatementCheck(project, client, await readCatalog(client));
    for (const statement of statements) await check.take(statement);
    const report = check.report();
    const unused = needless.map(
      ({ file, sends }) => `${file}: no call sends ${sends}, which needs no exception then`,
    );
    return { ...report, faults: [...report.faults, ...unused] };
  } finally {
    await client.end();
  }
}

class StatementCheck {
  private readonly faults = new Set<string>();
  private readonly described: [Statement, Described[]][] = [];
  private readonly known = new Map<string, Description>();
  private readonly nullable = new NullableFields();
  private readonly comparison: Comparison;

  constructor(
    private readonly project: Project,
    private readonly client: Client,
    catalog: Comparison['catalog'],
  ) {
    this.comparison = {
      checker: project.checker,
      catalog,
      entities: entityColumns(project),
      declaredNull: (field, comes) => this.nullable.add(field, comes),
    };
  }

  async take(statement: Statement): Promise<void> {
    if (statement.unread !== null) this.tell(statement, [`cannot be read: ${statement.unread}`]);
    const texts: Described[] = [];
    for (const variant of statement.variants) {
      try {
        texts.push(await this.takeText(statement, variant));
      } catch (error) {
        this.tell(statement, [`PostgreSQL does not take it: ${(error as Error).message}`]);
      }
    }
    if (texts.length > 0) this.takeColumns(statement, texts);
    this.described.push([statement, texts]);
  }

  report(): StatementReport {
    return {
      faults: [...this.faults, ...this.nullable.faults(this.project)],
      snapshot: snapshotOf(this.comparison.catalog, this.described),
    };
  }

  private async takeText(statement: Statement, { text, given }: Variant): Promise<Described> {
    const { checker, catalog } = this.comparison;
    const description = this.known.get(text) ?? (await describe(this.client, text));
    this.known.set(text, description);
    const parameters = description.parameters.map((_, index) => givenOf(checker, given, index));
    this.tell(statement, [
      ...given.flatMap((values) => parameterFaults(this.comparison, values, description.parameters)),
      ...(description.query ? writtenNulls(this.comparison, description.query, parameters) : []),
    ]);
    const { query } = description;
    const outer = frameOf({ catalog, parameters }, { tag: 'QUERY' }, null);
    const columns = description.columns.map(({ name, type }, index): [string, Shape] => [
      name,
      { ...(query ? shapeOfOutput(query, index + 1, outer, shapeOf) : anything(type)), type },
    ]);
    return { text, description, columns };
  }

  /** The columns of all texts together: null comes when it comes in one. */
  private takeColumns(statement: Statement, texts: readonly Described[]): void {
    const shapes = new Map<string, Shape[]>();
    for (const [name, shape] of texts.flatMap(({ columns }) => columns)) {
      shapes.set(name, [...(shapes.get(name) ?? []), shape]);
    }
    const columns = new Map<string, Shape>();
    for (const [name, all] of shapes) {
      if (all.length !== texts.length)
        this.tell(statement, [`column ${name} is not once in each of its texts`]);
      columns.set(
        name,
        oneOf(
          all[0]?.type ?? 0,
          all,
          all.some(({ isNullable }) => isNullable),
        ),
      );
    }
    const marks = marksIn(texts.map(({ text }) => text));
    this.tell(statement, needlessMarks(this.comparison, marks, columns));
    this.tell(statement, rowFaults(this.comparison, statement.call, marked(marks, columns)));
  }

  private tell({ place, owner }: Statement, faults: readonly string[]): void {
    for (const fault of faults) this.faults.add(`${place} ${owner}: ${fault}`);
  }
}
