// breaks: src-knows-no-test
import { build } from '../../../test/support/build.js';

export const built = build;
