/** Most versions of an office's template for one kind of letters. */
export const MOST_TEMPLATE_VERSIONS = 100;

/** Letters of a note to a version. */
export const LONGEST_TEMPLATE_NOTE = 300;
