// breaks: house/device-has-one-owner
export const seen = document.cookie;
