import { Injectable } from '@nestjs/common';
import { UnitRegister } from '../../units/index.js';
import { ChangeSurroundingsQuery } from '../queries/change-surroundings.js';
import { ListUnitChanges } from '../queries/list-unit-changes.js';
import { UnitChangeRepository } from '../storage/unit-change-repository.js';

/** Changes as they are stored and told, and the units that they are about. */
@Injectable()
export class ChangeBook {
  constructor(
    readonly changes: UnitChangeRepository,
    readonly facts: ListUnitChanges,
    readonly around: ChangeSurroundingsQuery,
    readonly register: UnitRegister,
  ) {}
}
