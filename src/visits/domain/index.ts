/** What the pure rules of features above may know of a visit; everything else meets at the feature's own index. */
export { hasTrait, statesWith } from './visit-state-traits.js';
export type { VisitState } from './visit-transitions.js';
