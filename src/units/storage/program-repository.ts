import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Rows } from '../../platform/database/rows.js';
import { ProgramEntity } from './program.entity.js';

/** A program as it is written down first. */
export interface NewProgramRow extends Pick<ProgramEntity, 'code' | 'framework' | 'number' | 'title'> {
  /** Calendar date from which it holds. */
  from: string;
}

/** Programs; each change returns whether there is such a program. */
@Injectable()
export class ProgramRepository {
  constructor(@InjectRepository(ProgramEntity) private readonly programs: Rows<ProgramEntity>) {}

  async add({ from, ...program }: NewProgramRow): Promise<void> {
    await this.programs.insert({ ...program, fromDate: from, verified: true });
  }

  /** Whether it is offered, locked until the open transaction ends; null where there is none. */
  async lock(code: string): Promise<{ isOffered: boolean } | null> {
    const program = await this.programs.findOne(['retiredOn'], { code }, { lock: true });
    return program && { isOffered: program.retiredOn === null };
  }

  async rename(code: string, title: string): Promise<boolean> {
    return (await this.programs.update({ code }, { title })) > 0;
  }

  /** @param on calendar date from which it is not offered, or null for a program that is offered */
  async retire(code: string, on: string | null): Promise<boolean> {
    return (await this.programs.update({ code }, { retiredOn: on })) > 0;
  }
}
