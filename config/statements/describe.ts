import type { EventEmitter } from 'node:events';
import type { Client, Connection } from 'pg';
import { queryIn } from './catalog.js';
import { readTree, type TreeNode } from './node-tree.js';

/** A statement as PostgreSQL describes it. */
export interface Description {
  /** Types of the parameters, by oid. */
  parameters: number[];
  columns: { name: string; type: number }[];
  /** What it means; null for one that cannot be kept, such as DDL. */
  query: TreeNode | null;
}

interface Fields {
  fields: { name: string; dataTypeID: number }[];
}

/** The messages of PostgreSQL's protocol that describe without running: Parse, Describe, Sync. */
class Describing {
  private parameters: number[] = [];
  private columns: Description['columns'] = [];
  private heard = (): void => undefined;

  constructor(
    private readonly text: string,
    private readonly done: (
      error: Error | null,
      parameters: number[],
      columns: Description['columns'],
    ) => void,
  ) {}

  submit(connection: Connection): void {
    const messages = connection as Connection & EventEmitter;
    const onParameters = ({ dataTypeIDs }: { dataTypeIDs: number[] }): void => {
      this.parameters = dataTypeIDs;
    };
    messages.once('parameterDescription', onParameters);
    this.heard = () => messages.removeListener('parameterDescription', onParameters);
    connection.parse({ name: '', text: this.text, types: [] }, false);
    connection.describe({ type: 'S', name: '' }, false);
    connection.sync();
  }

  handleRowDescription({ fields }: Fields): void {
    this.columns = fields.map(({ name, dataTypeID }) => ({ name, type: dataTypeID }));
  }

  handleError(error: Error): void {
    this.heard();
    this.done(error, [], []);
  }

  handleReadyForQuery(): void {
    this.heard();
    this.done(null, this.parameters, this.columns);
  }
}

/**
 * Has PostgreSQL describe a statement, which is not run.
 *
 * @throws Error with PostgreSQL's message for a statement that it does not take
 */
export async function describe(client: Client, text: string): Promise<Description> {
  const described = await new Promise<Omit<Description, 'query'>>((resolve, reject) => {
    const describing = new Describing(text, (error, parameters, columns) =>
      error ? reject(error) : resolve({ parameters, columns }),
    );
    void client.query(describing as unknown as Parameters<Client['query']>[0]);
  });
  return { ...described, query: await analysed(client, text, described) };
}

const BODY = `SELECT prosqlbody::text AS body FROM pg_proc
  WHERE proname = 'described' AND pronamespace = pg_my_temp_schema()`;

/** The statement with every name resolved: the body of a function of it, which is taken back at once. */
async function analysed(
  client: Client,
  text: string,
  { parameters, columns }: Omit<Description, 'query'>,
): Promise<TreeNode | null> {
  const types = parameters.map((type) => `pg_catalog.format_type(${type}, NULL)`).join(', ');
  await client.query('BEGIN');
  try {
    const { rows: names } = await client.query<{ names: string[] }>(
      `SELECT ARRAY[${types}]::text[] AS names`,
    );
    const result = columns.length > 0 || /^\s*SELECT\b/i.test(text) ? 'SETOF record' : 'void';
    await client.query(
      `CREATE FUNCTION pg_temp.described(${names[0]?.names.join(', ') ?? ''}) RETURNS ${result} LANGUAGE sql
       BEGIN ATOMIC\n${text};\nEND`,
    );
    const { rows } = await client.query<{ body: string }>(BODY);
    return rows[0] ? queryIn(readTree(rows[0].body)) : null;
  } finally {
    await client.query('ROLLBACK');
  }
}
