import { Uuid } from './view-fields.js';

/** What was made, by its id alone. */
export class MadeView {
  @Uuid()
  id: string;
}
