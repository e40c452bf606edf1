export const kept = localStorage.getItem('x');
