import { listOf, OneOf, Whole } from '../../platform/http/view-fields.js';
import { setupFacts, type SetupFact } from '../domain/setup-items.js';

/** Something that is left to be set up. */
class SetupItemView {
  @OneOf('SetupFact', setupFacts)
  item: SetupFact;

  @Whole()
  total: number;

  @Whole()
  done: number;

  @Whole()
  left: number;

  title: string;
  detail: string;
  /** Path of the page where it is done. */
  href: string;
}

export class SetupList extends listOf(SetupItemView) {}
