import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { can } from '../../platform/security/capabilities.js';
import { localDate } from '../../platform/text/dates.js';
import { newId } from '../../platform/text/tokens.js';
import { ProgramRepository, type NewProgramRow } from '../storage/program-repository.js';

const LONGEST_SLUG = 50;

/** Keeps the programs that visits and notes serve. None is deleted: what refers to it stays. */
@Injectable()
export class KeepPrograms {
  constructor(
    private readonly clock: Clock,
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

  /** Offers a program no longer, or again. @throws RequestError `not-allowed`, `not-found` */
  async offer(actor: Actor, code: string, isOffered: boolean): Promise<void> {
    assertAdministrator(actor);
    const retiredOn = isOffered ? null : localDate(this.clock.now(), actor.timeZone);
    if (!(await this.programs.retire(code, retiredOn))) throw new RequestError('not-found');
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
