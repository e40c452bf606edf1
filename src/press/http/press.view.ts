import { Instant, listOf, OneOf, Uuid, Whole } from '../../platform/http/view-fields.js';
import { coachAspects, coachPoints, type CoachAspect, type CoachPoint } from '../domain/coach-points.js';
import { pressKinds, type PressKind } from '../domain/press-kinds.js';
import { pressStates, type PressState } from '../domain/press-states.js';

/** A photo of the day that goes with a text. */
class PressPhotoView {
  @Uuid()
  id: string;

  caption: string;
}

/** A point that a good text is held against. */
class PressPointView {
  @OneOf('PressPoint', coachPoints)
  code: CoachPoint;

  @OneOf('PressAspect', Object.keys(coachAspects))
  aspect: CoachAspect;

  /** What holds of a good text, in Indonesian. */
  says: string;

  /** Judged by a rule; otherwise by the tick of a person. */
  byRule: boolean;
  /** Whether it may be said not to matter. */
  waivable: boolean;
  /** What the rule found, in Indonesian. */
  findings: string[];
  holds: boolean;
  /** Why somebody said that it does not matter; empty for a tick, null while nobody said anything. */
  reason: string | null;
}

/** A text that a party of a visit writes, as it was saved, or as it is drafted while nobody has. */
export class PressTextView {
  /** Code of the party. */
  organisation: string;

  @OneOf('PressKind', pressKinds)
  kind: PressKind;

  /** Null while it is only drafted. */
  @OneOf('PressState', pressStates)
  state: PressState | null;

  /** 0 while nobody saved it. */
  @Whole()
  version: number;

  title: string;
  body: string;
  photos: PressPhotoView[];
  /** Title and body as they are sent. */
  whole: string;
  points: PressPointView[];
  /** Whether it was said to be ready, and all of its points still hold. */
  isReady: boolean;
  /** Name of the head who approved it; empty while nobody has. */
  approver: string;

  @Instant()
  writtenAt: string | null;

  writtenByName: string | null;
  mayWrite: boolean;
}

export class PressTextList extends listOf(PressTextView) {}
