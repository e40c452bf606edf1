import { Instant, listOf, OneOf, Uuid } from '../../platform/http/view-fields.js';
import { reachGaps } from '../domain/reach.js';

/** Somebody who may not have heard of the visit as it stands. */
class UnreachedView {
  @Uuid()
  participantId: string;

  name: string;
  /** Null where there is none, and where it is not the caller's to know. */
  phone: string | null;

  /** Without a mail address, with one that mail does not reach, or invited and silent. */
  @OneOf('ReachGap', reachGaps)
  because: string;

  /** When somebody told them otherwise than by mail; null while nobody did, and again once the visit moved or is off. */
  @Instant()
  reachedAt: string | null;

  /** Who says that they told them. */
  reachedBy: string | null;
}

export class UnreachedList extends listOf(UnreachedView) {
  /** Whether the visit moved or is off, so that they would come in vain. */
  urgent: boolean;
}

/** A message to one participant. */
export class PersonalMessageView {
  /** With a link that is that person's alone. */
  text: string;
  /** The page of WhatsApp that opens it. */
  whatsApp: string;
}
