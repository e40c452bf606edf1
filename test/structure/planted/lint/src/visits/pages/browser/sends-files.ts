// breaks: house/server-is-asked-in-one-place
export const request = new XMLHttpRequest();
