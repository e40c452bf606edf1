/** Who promised something: the account, or the name alone. */
interface Promised {
  personId: string | null;
  personName: string;
}

const key = (name: string): string => name.trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** Whether somebody is named as who does what was promised; of two of one name the account tells. */
export const isOwnPromise = (
  promise: Promised,
  person: { personId: string | null; name: string },
): boolean =>
  promise.personId !== null && person.personId !== null
    ? promise.personId === person.personId
    : key(promise.personName) === key(person.name);
