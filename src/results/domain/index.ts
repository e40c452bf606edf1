/** What the pure rules of features above may know of results. */
export { amountWords, priceWords, type Measure } from './measures.js';
