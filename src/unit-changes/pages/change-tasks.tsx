import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { PageParts } from '../../platform/pages/page-parts.js';
import { WaitingTasks } from '../../platform/pages/waiting-tasks.js';
import { formatCalendarDate } from '../../platform/text/dates.js';
import { decidesChanges, mayWriteIn, writesChanges } from '../domain/unit-change-policies.js';
import { changeTitle } from '../domain/unit-change-words.js';
import { ListUnitChanges, type UnitChangeFact } from '../queries/list-unit-changes.js';
import { ChangeBadge, CHANGES_PATH } from './change-parts.js';

const MOST = 10;

/** Puts what was proposed on the start page of those who decide, and what becomes of a unit on its page. */
@Injectable()
export class ChangeTasks implements OnModuleInit {
  constructor(
    private readonly tasks: WaitingTasks,
    private readonly parts: PageParts,
    private readonly changes: ListUnitChanges,
  ) {}

  onModuleInit(): void {
    this.tasks.register(async (actor) => {
      if (!decidesChanges(actor)) return [];
      return (await this.changes.proposed()).map((change) => ({
        href: `${CHANGES_PATH}/${change.id}`,
        icon: 'building' as const,
        title: `Putuskan usulan ${change.regionalOfficeName ?? change.proposedByName}`,
        detail: `${changeTitle(change)}, mulai ${formatCalendarDate(change.effectiveOn)}`,
        due: null,
      }));
    });
    this.parts.register('unit', 60, async ({ actor, unit }) => {
      const isWriter =
        unit.regionalOffice === null ? decidesChanges(actor) : mayWriteIn(unit.regionalOffice, actor);
      if (!isWriter || !writesChanges(actor)) return null;
      const { items } = await this.changes.execute(actor, { unit: unit.code, limit: MOST });
      return UnitChanges({ code: unit.code, changes: items, isDecider: decidesChanges(actor) });
    });
  }
}

interface UnitChangesProps {
  code: string;
  changes: readonly UnitChangeFact[];
  isDecider: boolean;
}

function UnitChanges({ code, changes, isDecider }: UnitChangesProps): VNode {
  return (
    <Card title="Perubahan UPT ini">
      {changes.length > 0 && (
        <ul class="list-group list-group-flush">
          {changes.map((change) => (
            <li class="list-group-item" key={change.id}>
              <a class="row-link" href={`${CHANGES_PATH}/${change.id}`}>
                <span>
                  {changeTitle(change)}
                  <span class="d-block text-secondary">Mulai {formatCalendarDate(change.effectiveOn)}</span>
                </span>
                <ChangeBadge state={change.state} />
              </a>
            </li>
          ))}
        </ul>
      )}
      <div class="card-body">
        <a class="btn" href={`${CHANGES_PATH}/baru?upt=${code}`}>
          {isDecider ? 'Catat perubahan' : 'Usulkan perubahan'}
        </a>
      </div>
    </Card>
  );
}
