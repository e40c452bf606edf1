import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, LessThan } from 'typeorm';
import { Clock } from '../clock/clock.js';
import type { Rows } from '../database/rows.js';
import { RequestError } from '../http/request-error.js';
import { SentFormEntity } from './sent-form.entity.js';

/** What was filled in one rendering of a form. */
export interface Filling {
  key: string;
  digest: string;
}

/** How long whoever sends a form again waits for the first to be done. */
const LONGEST_WAIT_MS = 10_000;
const ASK_EVERY_MS = 100;
/** A form still not done after this died with its process. */
const LOST_AFTER_MS = 60_000;
const KEPT_MS = 2 * 24 * 60 * 60 * 1000;

/** Which forms were sent: a second press, a reload or a lost answer must not do anything twice. */
@Injectable()
export class SentForms {
  constructor(
    @InjectRepository(SentFormEntity) private readonly sent: Rows<SentFormEntity>,
    private readonly clock: Clock,
  ) {}

  /**
   * Begins a form, or waits for the same one that was begun before.
   *
   * @returns null when it is to be done now; else the page that the first sender was sent on to
   * @throws RequestError `form-being-sent` when the first takes too long
   */
  async begin({ key, digest }: Filling): Promise<string | null> {
    for (let waited = 0; waited <= LONGEST_WAIT_MS; waited += ASK_EVERY_MS) {
      const begunAt = this.clock.now();
      if ((await this.sent.insertMissing({ key, digest, begunAt, location: null })) > 0) return null;
      const lost = LessThan(new Date(begunAt.getTime() - LOST_AFTER_MS));
      if ((await this.sent.update({ key, digest, location: IsNull(), begunAt: lost }, { begunAt })) > 0)
        return null;
      const known = await this.sent.findOne(['location'], { key, digest });
      if (known?.location) return known.location;
      await setTimeout(ASK_EVERY_MS);
    }
    throw new RequestError('form-being-sent');
  }

  /** Notes where a form that was done sent its sender on to. */
  async done({ key, digest }: Filling, location: string): Promise<void> {
    await this.sent.update({ key, digest }, { location });
  }

  /** Lets a form that was refused be sent again. */
  async refused({ key, digest }: Filling): Promise<void> {
    await this.sent.delete({ key, digest });
  }

  async forgetOld(): Promise<void> {
    await this.sent.delete({ begunAt: LessThan(new Date(this.clock.now().getTime() - KEPT_MS)) });
  }
}
