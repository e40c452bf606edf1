import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { VNode } from 'preact';
import { PlainText } from '../../platform/pages/free-text.js';
import { Card } from '../../platform/pages/card.js';
import { PageParts } from '../../platform/pages/page-parts.js';
import { formatCalendarDate } from '../../platform/text/dates.js';
import { FollowUpFacts, type FollowUpFact } from '../queries/follow-up-facts.js';
import { followUpStateNames } from './follow-up-words.js';

/** Shows what was promised on the page of a visit. */
@Injectable()
export class FollowUpSection implements OnModuleInit {
  constructor(
    private readonly parts: PageParts,
    private readonly followUps: FollowUpFacts,
  ) {}

  onModuleInit(): void {
    this.parts.register('visit', 20, async ({ visitId }) => {
      const items = await this.followUps.ofVisit(visitId);
      return items.length > 0 ? FollowUps({ items }) : null;
    });
  }
}

function FollowUps({ items }: { items: FollowUpFact[] }): VNode {
  return (
    <Card title="Tindak lanjut">
      <ul class="list-group list-group-flush">
        {items.map(({ id, what, personName, unitName, dueOn, state, evidence, reason }) => (
          <li class="list-group-item" key={id}>
            <a class="fw-medium" href={`/tindak-lanjut/${id}`}>
              {what}
            </a>
            <div class="text-secondary">
              {personName}, {unitName} · paling lambat {formatCalendarDate(dueOn)} ·{' '}
              {followUpStateNames[state].toLowerCase()}
            </div>
            {(evidence || reason) && (
              <div class="fst-italic">
                <PlainText text={evidence || reason} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
