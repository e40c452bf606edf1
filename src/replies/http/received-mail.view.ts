import { Instant, OneOf, pageOf, Uuid } from '../../platform/http/view-fields.js';
import { outcomes, type Outcome } from '../domain/outcome.js';

class ReceivedMailView {
  @Uuid()
  id: string;

  sender: string;
  subject: string;

  @OneOf('ReceivedMailOutcome', outcomes)
  outcome: Outcome;

  /** The outcome in words. */
  meaning: string;

  @Uuid()
  visit: string | null;

  @Instant()
  receivedAt: string;
}

export class ReceivedMailPage extends pageOf(ReceivedMailView) {}
