/** Account that the page was rendered for; empty for a visitor; undefined where the page does not know (an error). */
export const pagePerson = document.body.dataset['person'];
