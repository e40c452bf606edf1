/** What becomes of somebody's own value: words for nobody, an address that is nobody's, a fixed text, or nothing. */
export type Anonymous = 'anonymous-name' | 'anonymous-address' | { text: string } | null;

/** What a column can hold of people, and what erasing somebody does to it. */
export type PersonalColumn =
  /** Nothing of people, or nothing that tells who somebody is. */
  | { is: 'free'; why: string }
  /** Words of people, in which anybody may be named: who is erased is replaced in them, whosever row it is. A key stays one of a kind. */
  | { is: 'words'; isKey?: boolean }
  /** Somebody's own: replaced in the own rows (of the owner `by`, or of any), and elsewhere as words are. */
  | { is: 'own'; becomes: Anonymous; by?: readonly string[] }
  /** A file, which no search looks into. */
  | { is: 'file'; why: string }
  /** Stays by law, or until somebody who may decides. */
  | { is: 'held'; why: string };

/** By what a row is somebody's: account, place in a visit, place on a trip, mail address, telephone number. */
export type OwnerKind = 'person' | 'participant' | 'member' | 'address' | 'phone';

/** What a table can hold of people. */
export interface PersonalTable {
  /** As a copy of somebody's data heads it, in Indonesian; null where there is nothing of theirs to tell. */
  title: string | null;
  /** Whose a row is: each column that says it. */
  owners: Readonly<Record<string, OwnerKind>>;
  /** The owners with whom a row goes altogether. */
  goesWith: readonly string[];
  /** The column with the id of the visit that a row is of; null where it is of none. */
  visit: string | null;
  /** What a copy tells of the own rows, by column, with its name in Indonesian. */
  tells: Readonly<Record<string, string>>;
  /** Columns of words by which a row that names somebody is told, too. */
  names: readonly string[];
  /** Every column of letters, JSON or bytes. */
  columns: Readonly<Record<string, PersonalColumn>>;
}

type Columns = Readonly<Record<string, PersonalColumn>>;

const each = (names: readonly string[], column: PersonalColumn): Columns =>
  Object.fromEntries(names.map((name) => [name, column]));

export const free = (why: string, ...names: readonly string[]): Columns => each(names, { is: 'free', why });
export const words = (...names: readonly string[]): Columns => each(names, { is: 'words' });
export const file = (why: string, ...names: readonly string[]): Columns => each(names, { is: 'file', why });
export const held = (why: string, ...names: readonly string[]): Columns => each(names, { is: 'held', why });
export const own = (becomes: Anonymous, ...names: readonly string[]): Columns =>
  each(names, { is: 'own', becomes });
export const ownBy = (by: string, becomes: Anonymous, ...names: readonly string[]): Columns =>
  each(names, { is: 'own', becomes, by: [by] });
/** Words that are a key: what stands for somebody in it stays one of a kind. */
export const keys = (...names: readonly string[]): Columns => each(names, { is: 'words', isKey: true });

/** Says what a table holds; what is left out it has not. */
export const personal = (table: Partial<PersonalTable> & Pick<PersonalTable, 'columns'>): PersonalTable => ({
  ...{ title: null, owners: {}, goesWith: [], visit: null, tells: {}, names: [] },
  ...table,
});

/** A table with nothing of people in it. */
export const impersonal = (why: string, ...names: readonly string[]): PersonalTable =>
  personal({ columns: free(why, ...names) });

export type PersonalTables = Readonly<Record<string, PersonalTable>>;
