// breaks: index-shows-no-edge
export { sheet } from './pages/sheet.js';
export { rule } from './domain/rule.js';
