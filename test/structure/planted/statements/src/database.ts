/** What statements are sent by. */
export declare class Database {
  query<Row>(text: string, parameters?: unknown[]): Promise<Row[]>;
}
