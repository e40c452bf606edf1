// breaks: house/device-has-one-owner
export const stores = window['caches'];
