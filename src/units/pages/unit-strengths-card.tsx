import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import type { Strength } from '../use-cases/unit-strengths.js';

/** What others come to learn at a unit, program by program. */
export function StrengthsCard({ strengths }: { strengths: readonly Strength[] }): VNode | null {
  if (strengths.length === 0) return null;
  return (
    <Card title="Kekuatan per program">
      <ul class="list-group list-group-flush">
        {strengths.map(({ code, number, title, counts }) => (
          <li class="list-group-item unit-strength" key={code}>
            <span class="fw-medium">{number === null ? title : `${number}. ${title}`}</span>
            <ul class="unit-strength-counts">
              {counts.map(({ name, count, href }) => (
                <li key={name}>
                  {href === null ? `${count} ${name}` : <a href={href}>{`${count} ${name}`}</a>}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Card>
  );
}
