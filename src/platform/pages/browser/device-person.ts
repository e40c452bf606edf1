/** Account that the page was rendered for; empty for a visitor; undefined where the page does not know (an error). */
export const pagePerson = document.body.dataset['person'];

/** Name of the field by which a form says whose it is. */
export const FORM_PERSON = 'form-person';
