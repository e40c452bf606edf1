/** A line of the list that is kept outside of the database: ids alone, of no use to who has nothing else. */
export interface ErasureLine {
  id: string;
  personId: string | null;
  participants: string[];
  members: string[];
  askedAt: string;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);
const areIds = (value: unknown): value is string[] => Array.isArray(value) && value.every(isId);

/** Null for a line that is none of ours, or was cut off. */
export function readErasureLine(line: string): ErasureLine | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { id, personId, participants, members, askedAt } = value as Record<string, unknown>;
  const isRight =
    isId(id) && (personId === null || isId(personId)) && areIds(participants) && areIds(members);
  if (!isRight || typeof askedAt !== 'string' || Number.isNaN(Date.parse(askedAt))) return null;
  return { id, personId, participants, members, askedAt };
}
