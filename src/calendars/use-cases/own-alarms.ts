import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/security/actor.js';
import { CalendarSettingRepository } from '../storage/calendar-setting-repository.js';

/** When one's own calendar reminds: in the invitations sent from now on, and in one's personal feed. */
@Injectable()
export class OwnAlarms {
  constructor(private readonly settings: CalendarSettingRepository) {}

  read({ personId }: Actor): Promise<number[]> {
    return this.settings.alarmsOf(personId);
  }

  /** @param minutes before the start, the longest first */
  async set({ personId }: Actor, minutes: readonly number[]): Promise<number[]> {
    await this.settings.save(
      personId,
      minutes.toSorted((a, b) => b - a),
    );
    return this.settings.alarmsOf(personId);
  }
}
