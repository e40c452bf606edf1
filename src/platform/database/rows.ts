import type {
  EntityMetadata,
  FindOptionsOrder,
  FindOptionsSelect,
  FindOptionsWhere,
  ObjectLiteral,
  QueryBuilder,
  QueryDeepPartialEntity,
  Repository,
} from 'typeorm';
import type { Database } from './database.js';

/** What is written of a row: what is left out takes its default, or stays. */
export type Values<Entity> = {
  readonly [Column in keyof Entity]?: Entity[Column] extends (infer Item)[]
    ? readonly Item[]
    : Entity[Column] | (() => string);
};

interface Search<Entity> {
  order?: FindOptionsOrder<Entity>;
  /** Locks what is found until the transaction ends (FOR UPDATE). */
  lock?: boolean;
}

interface Place<Entity> {
  /** Columns of a unique key. */
  key: readonly (keyof Entity & string)[];
  /** Columns that stay as they are in a row that is there. */
  keep?: readonly (keyof Entity & string)[];
}

/**
 * The rows of one entity. Each call is one statement, in the open transaction if there is one, else in the lane and the
 * time limits of whoever asks; TypeORM's own repository knows none of these.
 */
export class Rows<Entity extends ObjectLiteral> {
  constructor(
    private readonly database: Database,
    private readonly entity: new () => Entity,
  ) {}

  async find<Column extends keyof Entity & string>(
    columns: readonly Column[],
    where: FindOptionsWhere<Entity>,
    { order, lock = false }: Search<Entity> = {},
  ): Promise<Pick<Entity, Column>[]> {
    const found = await this.ask((rows) =>
      rows.find({
        select: selectionOf(rows.metadata, columns),
        where,
        ...(order && { order }),
        ...(lock && { lock: { mode: 'pessimistic_write' } }),
      }),
    );
    return found.map((row) => picked(row, columns));
  }

  /** The one row that there can be; null for none. */
  async findOne<Column extends keyof Entity & string>(
    columns: readonly Column[],
    where: FindOptionsWhere<Entity>,
    search: Search<Entity> = {},
  ): Promise<Pick<Entity, Column> | null> {
    const [row] = await this.find(columns, where, search);
    return row ?? null;
  }

  exists(where: FindOptionsWhere<Entity>): Promise<boolean> {
    return this.ask((rows) => rows.existsBy(where));
  }

  count(where: FindOptionsWhere<Entity>): Promise<number> {
    return this.ask((rows) => rows.countBy(where));
  }

  /** Adds rows; no row, no statement. */
  async insert(...values: readonly Values<Entity>[]): Promise<void> {
    if (values.length > 0) await this.write((rows) => this.inserting(rows, values));
  }

  /**
   * Adds the rows that break no key that is there already.
   *
   * @returns how many were added
   */
  async insertMissing(...values: readonly Values<Entity>[]): Promise<number> {
    if (values.length === 0) return 0;
    const raw = await this.write((rows) =>
      this.inserting(rows, values)
        .orIgnore()
        // As text: a list is looked up by the names of properties, and what is not found among them is left out.
        .returning(rows.metadata.primaryColumns.map(({ databaseName }) => `"${databaseName}"`).join(', ')),
    );
    return (raw as unknown[]).length;
  }

  /** Adds rows; one whose key is there already is written over, but for what is kept. */
  async put({ key, keep = [] }: Place<Entity>, ...values: readonly Values<Entity>[]): Promise<void> {
    if (values.length === 0) return;
    const kept = new Set<string>([...key, ...keep]);
    const over = [...new Set(values.flatMap(Object.keys))].filter((name) => !kept.has(name));
    await this.write((rows) =>
      this.inserting(rows, values).orUpdate(namesIn(rows, over), namesIn(rows, key)),
    );
  }

  /** @returns how many rows were changed */
  async update(where: FindOptionsWhere<Entity>, values: Values<Entity>): Promise<number> {
    const answer = await this.write((rows) =>
      rows
        .createQueryBuilder()
        .update()
        .set(values as QueryDeepPartialEntity<Entity>)
        .where(where),
    );
    return affectedBy(answer);
  }

  /** @returns how many rows are gone */
  async delete(where: FindOptionsWhere<Entity>): Promise<number> {
    return affectedBy(await this.write((rows) => rows.createQueryBuilder().delete().where(where)));
  }

  /** Sends a statement as it is built: TypeORM would run it some steps later, after what is asked behind it. */
  private write(build: (rows: Repository<Entity>) => QueryBuilder<Entity>): Promise<unknown> {
    return this.ask((rows) => {
      const [text, parameters] = build(rows).getQueryAndParameters();
      return rows.query(text, parameters) as Promise<unknown>;
    });
  }

  private ask<Result>(work: (rows: Repository<Entity>) => Promise<Result>): Promise<Result> {
    return this.database.use((manager) => work(manager.getRepository(this.entity)));
  }

  private inserting(rows: Repository<Entity>, values: readonly Values<Entity>[]) {
    return rows.createQueryBuilder().insert().values(written(values)).updateEntity(false);
  }
}

/** What TypeORM tells of an UPDATE or DELETE: rows, and how many they were. */
const affectedBy = (answer: unknown): number => (answer as [rows: unknown[], count: number | null])[1] ?? 0;

/** As TypeORM takes it; copies, since it would write defaults into what it was given. */
const written = <Entity extends ObjectLiteral>(
  values: readonly Values<Entity>[],
): QueryDeepPartialEntity<Entity>[] =>
  values.map((row) => ({ ...row }) as unknown as QueryDeepPartialEntity<Entity>);

/** The columns' names in SQL; what is no column has none. */
const namesIn = <Entity extends ObjectLiteral>(
  { metadata }: Repository<Entity>,
  properties: readonly string[],
): string[] => properties.flatMap((name) => metadata.findColumnWithPropertyName(name)?.databaseName ?? []);

/** The columns, and the primary key by which TypeORM tells rows apart. */
function selectionOf<Entity extends ObjectLiteral>(
  { primaryColumns }: EntityMetadata,
  columns: readonly string[],
): FindOptionsSelect<Entity> {
  const names = [...columns, ...primaryColumns.map(({ propertyName }) => propertyName)];
  return Object.fromEntries(names.map((name) => [name, true])) as FindOptionsSelect<Entity>;
}

const picked = <Entity, Column extends keyof Entity>(
  row: Entity,
  columns: readonly Column[],
): Pick<Entity, Column> =>
  Object.fromEntries(columns.map((column) => [column, row[column]])) as Pick<Entity, Column>;
