import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { can } from '../../platform/security/capabilities.js';
import { localDate } from '../../platform/text/dates.js';
import { newId } from '../../platform/text/tokens.js';
import { ProgramRepository, type NewProgramRow } from '../storage/program-repository.js';
import { AgreedVisits } from './agreed-visits.js';
import { FindDisplaced } from './find-displaced.js';

const LONGEST_SLUG = 50;

/** Keeps the programs that visits and notes serve. None is deleted: what refers to it stays. */
@Injectable()
export class KeepPrograms {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly displaced: FindDisplaced,
    private readonly agreed: AgreedVisits,
    private readonly programs: ProgramRepository,
  ) {}

  /** @throws RequestError `not-allowed` */
  async add(actor: Actor, program: Omit<NewProgramRow, 'code'>): Promise<void> {
    assertAdministrator(actor);
    await this.programs.add({ ...program, code: codeOf(program.title) });
  }

  /** @throws RequestError `not-allowed`, `not-found` */
  async rename(actor: Actor, code: string, title: string): Promise<void> {
    assertAdministrator(actor);
    if (!(await this.programs.rename(code, title))) throw new RequestError('not-found');
  }

  /** Offers a program again. @throws RequestError `not-allowed`, `not-found` */
  async offer(actor: Actor, code: string): Promise<void> {
    assertAdministrator(actor);
    if (!(await this.programs.retire(code, null))) throw new RequestError('not-found');
  }

  /**
   * Offers a program no longer; units with agreed visits about it are told. Nothing for one that is not offered.
   *
   * @param seen ids of those that were shown
   * @throws RequestError `not-allowed`, `not-found`
   * @throws UnitError `visits-displaced` where one was not shown
   */
  async retire(actor: Actor, code: string, seen: readonly string[]): Promise<void> {
    assertAdministrator(actor);
    await this.database.transaction(async () => {
      const { isOffered } = found(await this.programs.lock(code));
      if (!isOffered) return;
      await this.agreed.displace(actor, await this.displaced.byProgram(code), seen);
      await this.programs.retire(code, localDate(this.clock.now(), actor.timeZone));
    });
  }
}

function assertAdministrator(actor: Actor): void {
  if (!can(actor, 'reference.keep')) throw new RequestError('not-allowed');
}

/** A code that can be read, and is nobody else's: the title's words and the end of an id. */
function codeOf(title: string): string {
  const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return [...words.join('-').slice(0, LONGEST_SLUG).split('-').filter(Boolean), newId().slice(-6)].join('-');
}
