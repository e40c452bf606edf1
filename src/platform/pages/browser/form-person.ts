/** Name of the field by which a form says whose it is. */
export const FORM_PERSON = 'form-person';
