import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import type { Zone } from '../../platform/text/zones.js';
import { UnitWeek, type WeekView } from './unit-week.js';

export interface WeekPreviewProps {
  /** The first week that can be asked for, as the form would make it; null while the form cannot be read. */
  week: WeekView | null;
  open: boolean;
  zone: Zone;
  own: Zone;
  faults: FormFaults | null;
}

/** What guests would be offered if the form were saved now. */
export function WeekPreview({ week, open, zone, own, faults }: WeekPreviewProps): VNode {
  return (
    <div id="pratinjau" aria-live="polite">
      {week && open ? (
        <UnitWeek week={week} zone={zone} own={own} path={null} id="pekan" name="Pratinjau pekan" />
      ) : (
        <Card title="Pratinjau">
          <div class="card-body">
            {week ? (
              <p class="mb-0">UPT ini tidak menerima kunjungan, jadi tidak ada jam yang ditawarkan.</p>
            ) : (
              <Unreadable faults={faults} />
            )}
          </div>
        </Card>
      )}
    </div>
  );
}

function Unreadable({ faults }: Pick<WeekPreviewProps, 'faults'>): VNode {
  return (
    <>
      <p>Pratinjau tampil setelah isian ini diperbaiki:</p>
      <ul class="mb-0">
        {Object.values(faults?.fields ?? {}).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  );
}
