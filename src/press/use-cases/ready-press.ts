import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { coachPoint, coachPoints, takesWord, type CoachPoint } from '../domain/coach-points.js';
import { PressError } from '../domain/error-codes.js';
import { after, type PressAction } from '../domain/press-states.js';
import {
  PressRepository,
  unapproved,
  type PressPlace,
  type PressTextRow,
} from '../storage/press-repository.js';
import { assertCurrent } from './keep-press.js';
import { ReadPress, type ReadableText } from './read-press.js';

/** What somebody says of a point: that it holds, that it does not matter here, or nothing any more. */
export interface SaidPoint {
  point: string;
  says: boolean;
  /** Why it does not matter; needed where a rule judges. */
  reason: string;
}

/** Leads a text from a draft to where it is ready to be shared. */
@Injectable()
export class ReadyPress {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly read: ReadPress,
    private readonly texts: PressRepository,
  ) {}

  /** @throws PressError `press-point-unknown` for a point that a rule alone decides, or that says no reason */
  async say(actor: Actor, place: PressPlace, version: number, given: SaidPoint): Promise<void> {
    await this.database.transaction(async () => {
      const { standing } = await this.standing(actor, place, version);
      const point = coachPoints.find((code) => code === given.point);
      if (!point || !takesWord(point)) throw new PressError('press-point-unknown');
      if (!given.says) return this.takeBackWord(standing, point);
      const isJudged = coachPoint(point).rule !== null;
      if (isJudged && given.reason.trim() === '') {
        throw new PressError('press-point-unknown', {}, [
          { field: 'reason', message: 'mohon tulis alasannya' },
        ]);
      }
      await this.texts.say({
        textId: standing.id,
        ...{ version, point, reason: isJudged ? given.reason.trim() : '' },
        ...{ saidBy: actor.personId, saidAt: this.clock.now() },
      });
    });
  }

  /**
   * @param approver name of the head, where somebody else writes down that it was approved
   * @throws PressError `press-step-impossible`
   */
  async approve(actor: Actor, place: PressPlace, version: number, approver: string): Promise<void> {
    await this.step(actor, place, version, 'approve', (text) => {
      if (!text.mayWrite && !text.mayApprove) throw new RequestError('not-allowed');
      const name = text.mayApprove ? actor.name : approver.trim();
      if (name === '') {
        throw new PressError('press-empty', {}, [{ field: 'approver', message: 'mohon tulis nama kepala' }]);
      }
      return { approver: name, approvedBy: actor.personId, approvedAt: this.clock.now() };
    });
  }

  /** @throws PressError `press-not-ready` while a point does not hold */
  async makeReady(actor: Actor, place: PressPlace, version: number): Promise<void> {
    await this.step(actor, place, version, 'make-ready', (text) => {
      if (!text.points.every(({ holds }) => holds)) throw new PressError('press-not-ready');
      return { readiedBy: actor.personId, readiedAt: this.clock.now() };
    });
  }

  /** Makes a draft of it again. */
  async takeBack(actor: Actor, place: PressPlace, version: number): Promise<void> {
    await this.step(actor, place, version, 'take-back', () => unapproved);
  }

  private async step(
    actor: Actor,
    place: PressPlace,
    version: number,
    action: PressAction,
    change: (text: ReadableText) => Partial<PressTextRow>,
  ): Promise<void> {
    await this.database.transaction(async () => {
      const { standing, text } = await this.standing(actor, place, version);
      const state = after(standing.state, action);
      if (state === null) throw new PressError('press-step-impossible');
      await this.texts.put({ ...standing, ...change(text), state });
    });
  }

  private takeBackWord(standing: PressTextRow, point: CoachPoint): Promise<void> {
    if (standing.state === 'ready') throw new PressError('press-step-impossible');
    return this.texts.takeBackWord(standing.id, standing.version, point);
  }

  /** The text, locked, for those who write it or head its office. */
  private async standing(actor: Actor, place: PressPlace, version: number) {
    const standing = await this.texts.lock(place);
    const { text } = await this.read.one(actor, place.visitId, place.organisation, place.kind);
    if (!text.mayWrite && !text.mayApprove) throw new RequestError('not-allowed');
    assertCurrent(standing, version);
    return { standing: found(standing), text };
  }
}
