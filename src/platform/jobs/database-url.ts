/** Connection URL of the database the queue lives in. */
export abstract class DatabaseUrl {
  abstract readonly value: string;
}
