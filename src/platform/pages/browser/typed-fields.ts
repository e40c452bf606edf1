/** What somebody types and chooses in a form. */

export type TypedField = HTMLTextAreaElement | HTMLSelectElement | HTMLInputElement;

const NEVER = ['hidden', 'password', 'file', 'submit', 'button', 'image', 'reset'];
const MOST_NOT_KEPT = 2;
/** Which of two versions is taken, beside the fields themselves. */
const CHOICES = /^(?:ambil|tersimpan):/;

/** The form's own fields; passwords, files and hidden fields are none. */
export const typedFields = (form: HTMLFormElement): TypedField[] =>
  [...form.elements].filter(
    (field): field is TypedField =>
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement ||
      (field instanceof HTMLInputElement && !NEVER.includes(field.type) && !CHOICES.test(field.name)),
  );

/**
 * Whether the device keeps what is typed in it: every form that changes something and has more than two fields, but the
 * booking, one form of many pages, which keeps itself.
 */
export const isKept = (form: HTMLFormElement): boolean =>
  form.dataset['keep'] !== undefined &&
  form.dataset['telling'] === undefined &&
  (hasRows(form) || namesIn(form).length > MOST_NOT_KEPT);

/** Rows that come and go are rendered by the server alone; there may be none yet. */
export const hasRows = (form: HTMLFormElement): boolean => form.dataset['restoreBy'] !== undefined;

/** All that the form says, as it stands; not what is chosen of two versions. */
export const entriesOf = (form: HTMLFormElement): [name: string, value: string][] =>
  [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && !CHOICES.test(name) ? [[name, value]] : [],
  );

/** The same without what the form says of itself. */
export const writtenIn = (form: HTMLFormElement): [name: string, value: string][] =>
  entriesOf(form).filter(([name]) => !name.startsWith('form-'));

/** Names of its fields, each once. */
export const namesIn = (form: HTMLFormElement): string[] =>
  [...new Set(typedFields(form).map(({ name }) => name))].filter(Boolean).sort();
