import { Instant, listOf, pageOf, Uuid } from '../../platform/http/view-fields.js';

/** A participant's NIP, whole. */
class ShownNipView {
  @Uuid()
  participantId: string;

  name: string;
  nip: string;
}

export class ShownNipList extends listOf(ShownNipView) {}

/** One time that somebody had a NIP shown. */
class NipLookView {
  @Instant()
  lookedAt: string;

  @Uuid()
  lookedBy: string;

  lookedByName: string;

  @Uuid()
  visit: string;

  reference: string;

  /** Null once the participant was removed, and for who is in a paper alone. */
  @Uuid()
  participantId: string | null;

  /** The name under which it was shown. */
  whose: string;
}

export class NipLookPage extends pageOf(NipLookView) {}
