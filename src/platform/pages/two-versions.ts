/** Something of a form of which two versions stand: what was typed, and what somebody else stored meanwhile. */
export interface TwoVersions {
  /** Name of the field; of a row, `baris` and its id. */
  key: string;
  label: string;
  /** As people read them; nothing for what is empty. */
  mine: string[];
  stored: string[];
  /** What is sent for the stored one: the field's values; of a row one text, its fields, or their names when it is gone. */
  values: string[];
  /** Whether it is taken unless somebody chooses: a row that only the other has, so that none is dropped unseen. */
  isStoredFirst: boolean;
}

/** How a form that was typed stands to what is stored. */
export interface Comparison {
  differing: TwoVersions[];
  /** Fields that say the same. */
  equal: { label: string; shown: string[] }[];
}

/** What came of a form, before anything was checked. */
export type Body = Readonly<Record<string, unknown>>;

/** Names a row of a form whose rows come and go; its fields are sent as lists that belong together by place. */
export const ROW = 'baris:';
export const ROW_ID = 'id';

export const textsOf = (value: unknown): string[] =>
  [value].flat().filter((each): each is string => typeof each === 'string');

/** The field by which somebody takes one of the two, and its two answers. */
export const CHOICE = 'ambil:';
export const CHOICES = { mine: 'saya', stored: 'tersimpan' } as const;
/** The field that carries the stored one. */
export const STORED = 'tersimpan:';

/** Puts what somebody chose in place of what was typed, and takes the choices off the form. */
export function takeChoices(body: unknown): void {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return;
  const sent = body as Record<string, unknown>;
  for (const name of Object.keys(sent).filter((each) => each.startsWith(CHOICE))) {
    const key = name.slice(CHOICE.length);
    if (sent[name] === CHOICES.stored) takeStored(sent, key, textsOf(sent[`${STORED}${key}`]));
  }
  for (const name of Object.keys(sent)) {
    if (name.startsWith(CHOICE) || name.startsWith(STORED)) delete sent[name];
  }
}

function takeStored(sent: Record<string, unknown>, key: string, values: string[]): void {
  if (key.startsWith(ROW)) takeRow(sent, key.slice(ROW.length), values[0] ?? '');
  else if (values.length === 0) delete sent[key];
  else sent[key] = values.length === 1 ? values[0] : values;
}

function takeRow(sent: Record<string, unknown>, id: string, text: string): void {
  const at = textsOf(sent[ROW_ID]).indexOf(id);
  const row = rowIn(text);
  if (Array.isArray(row)) {
    if (at >= 0) for (const name of row) sent[name] = textsOf(sent[name]).toSpliced(at, 1);
    return;
  }
  for (const [name, value] of Object.entries(row)) {
    const list = textsOf(sent[name]);
    // A list that a forged form made too short has no place to put it in.
    sent[name] = at < 0 || at >= list.length ? [...list, value] : list.with(at, value);
  }
}

/** The fields of a row, or the names of those to take out. */
function rowIn(text: string): string[] | Record<string, string> {
  try {
    const row: unknown = JSON.parse(text);
    if (Array.isArray(row)) return row.map(String);
    return Object.fromEntries(Object.entries(row as object).map(([name, value]) => [name, String(value)]));
  } catch {
    return [];
  }
}
