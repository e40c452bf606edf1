import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Field } from '../../platform/pages/form-parts.js';
import { typed } from '../../platform/pages/forms.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { formatMoment } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { headOf } from '../domain/press-parts.js';
import { after } from '../domain/press-states.js';
import type { ReadableText } from '../use-cases/read-press.js';
import type { RefusedPress } from './refused-press.js';

interface StepsCardProps {
  path: string;
  text: ReadableText;
  refused: RefusedPress | undefined;
  zone: Zone;
}

/** Who approved it, whether it is ready, and the steps there. */
export function StepsCard({ path, text, refused, zone }: StepsCardProps): VNode | null {
  const { saved } = text;
  if (!saved) return null;
  const may = text.mayWrite || text.mayApprove;
  const { state, approver, approvedAt, approvedByName, readiedAt, readiedByName, version } = saved;
  const open = text.points.filter(({ holds }) => !holds).length;
  return (
    <Card title="Persetujuan">
      <div class="card-body">
        <p class="mb-2">
          {approvedAt
            ? `Disetujui ${approver}, ${formatMoment(approvedAt, zone)}${approvedByName === approver ? '' : ` (dicatat ${approvedByName})`}.`
            : `Belum disetujui ${headOf(text.office)}.`}
        </p>
        {readiedAt && (
          <p class="mb-2">
            Ditandai siap oleh {readiedByName}, {formatMoment(readiedAt, zone)}.
          </p>
        )}
        {may && after(state, 'approve') !== null && <Approve {...{ path, text, refused }} />}
        {may && after(state, 'make-ready') !== null && (
          <>
            {open > 0 && (
              <p class="text-secondary mb-2">Dapat ditandai siap setelah {open} hal di atas beres.</p>
            )}
            {open === 0 && (
              <PageForm action={`${path}/siap`} version={version}>
                <button class="btn btn-primary" type="submit">
                  Tandai siap
                </button>
              </PageForm>
            )}
          </>
        )}
        {may && after(state, 'take-back') !== null && (
          <PageForm class="mt-2" action={`${path}/tarik`} version={version}>
            <button class="btn" type="submit">
              Jadikan konsep lagi
            </button>
          </PageForm>
        )}
      </div>
    </Card>
  );
}

function Approve({ path, text, refused }: Omit<StepsCardProps, 'zone'>): VNode {
  const own = refused?.form === 'setujui' ? refused : null;
  return (
    <PageForm action={`${path}/setujui`} asks>
      <input type="hidden" name="seen" value={text.saved?.version ?? 0} />
      {!text.mayApprove && (
        <Field
          name="approver"
          label="Nama kepala yang menyetujui"
          hint="Nama Anda ikut dicatat sebagai yang mencatat persetujuan ini."
          value={own ? typed(own.sent, 'approver') : ''}
          maxLength={200}
          faults={own?.faults ?? null}
        />
      )}
      <button class="btn btn-primary" type="submit">
        {text.mayApprove ? 'Setujui teks ini' : 'Catat persetujuan'}
      </button>
    </PageForm>
  );
}
