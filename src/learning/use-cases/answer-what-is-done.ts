import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found } from '../../platform/http/request-error.js';
import { hashSecret } from '../../platform/text/tokens.js';
import { LearningError } from '../domain/error-codes.js';
import type { LearningStand } from '../domain/learning-check.js';
import { FindLearningForm, type LearningForm } from '../queries/learning-form.js';
import { LearningChecks } from '../storage/learning-checks.js';

/** Lets the guest's leader say what is done, by the link of a mail and without an account. */
@Injectable()
export class AnswerWhatIsDone {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly forms: FindLearningForm,
    private readonly checks: LearningChecks,
  ) {}

  /** @throws RequestError `not-found` for a link that is unknown */
  async read(secret: string): Promise<{ form: LearningForm; isOpen: boolean }> {
    const form = found(await this.forms.byTokenHash(hashSecret(secret)));
    return { form, isOpen: this.clock.now() < form.expiresAt };
  }

  /** @throws LearningError `learning-closed` when the link's time is over */
  async execute(secret: string, given: { answer: LearningStand; words: string }): Promise<void> {
    await this.database.transaction(async () => {
      await this.read(secret);
      const isTaken = await this.checks.answer(hashSecret(secret), given, this.clock.now());
      if (!isTaken) throw new LearningError('learning-closed');
    });
  }
}
