import { listOf, OneOf, Uuid, Whole } from '../../platform/http/view-fields.js';
import { hangingFates, type HangingFate } from '../domain/hanging.js';

export class HangingThingView {
  title: string;
  detail: string;
  /** Path of its page. */
  href: string;
}

/** A kind of things that hang on a person. */
class HangView {
  kind: string;
  /** In Indonesian. */
  title: string;

  @OneOf('HangingFate', hangingFates)
  fate: HangingFate;

  /** What becomes of it, in Indonesian. */
  words: string;

  /** All of them, also those that the caller may not see. */
  @Whole()
  count: number;

  /** The first of those that the caller may see. */
  things: HangingThingView[];
}

export class SuccessorView {
  @Uuid()
  id: string;

  name: string;
  position: string | null;
}

/** What hangs on a person, and who may take it. */
export class HangList extends listOf(HangView) {
  /** Colleagues at the same place whose accounts are not suspended. */
  successors: SuccessorView[];
}

class HandedOverView {
  kind: string;

  @Whole()
  count: number;

  /** Id of the colleague who took it. */
  @Uuid()
  successor: string;
}

export class HandedOverList extends listOf(HandedOverView) {}
