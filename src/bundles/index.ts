export { BundlesModule } from './bundles.module.js';
export { bundlesPersonal } from './storage/personal-columns.js';
