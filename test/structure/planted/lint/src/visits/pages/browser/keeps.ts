// breaks: house/device-has-one-owner
export const kept = localStorage.getItem('x');
