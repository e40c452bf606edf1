import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Field } from '../../platform/pages/form-parts.js';
import { typed } from '../../platform/pages/forms.js';
import { Icon } from '../../platform/pages/icon.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { formatMoment } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { coachAspects, type JudgedPoint } from '../domain/coach-points.js';
import type { ReadableText } from '../use-cases/read-press.js';
import type { RefusedPress } from './refused-press.js';

interface CoachCardProps {
  path: string;
  text: ReadableText;
  refused: RefusedPress | undefined;
  zone: Zone;
}

/** What a good text is, point by point: what a rule found, what somebody ticked, and what is still open. */
export function CoachCard({ path, text, refused, zone }: CoachCardProps): VNode {
  const open = text.points.filter(({ holds }) => !holds);
  const held = text.points.filter(({ holds }) => holds);
  const mayTick = text.saved !== null && (text.mayWrite || text.mayApprove);
  const one = (point: JudgedPoint) => (
    <Point key={point.code} {...{ path, text, refused, zone, point, mayTick }} />
  );
  return (
    <Card
      title={open.length === 0 ? 'Pendamping: semua beres' : `Pendamping: ${open.length} hal perlu dilihat`}
    >
      {open.length > 0 && <ul class="list-group list-group-flush">{open.map(one)}</ul>}
      {!text.saved && open.length > 0 && (
        <p class="card-body text-secondary mb-0">Simpan teks dahulu; sesudah itu tiap hal dapat ditandai.</p>
      )}
      {held.length > 0 && (
        <details class="card-body">
          <summary>{held.length} hal sudah terpenuhi</summary>
          <ul class="list-group list-group-flush mt-2">{held.map(one)}</ul>
        </details>
      )}
    </Card>
  );
}

type PointProps = CoachCardProps & { point: JudgedPoint; mayTick: boolean };

function Point({ point, mayTick, ...props }: PointProps): VNode {
  const { aspect, says, findings, holds, word, byRule, waivable } = point;
  const isSaid = word !== null && (!byRule || findings.length > 0);
  const takesTick = mayTick && (byRule ? waivable && findings.length > 0 : !holds);
  return (
    <li class="list-group-item">
      <div class="fw-medium">
        {holds && <Icon name="check" />} {coachAspects[aspect]}: {says}
      </div>
      {findings.length > 0 && (
        <ul class="mb-1">
          {findings.slice(0, 5).map((finding) => (
            <li key={finding}>{finding}</li>
          ))}
        </ul>
      )}
      {isSaid && (
        <div class="text-secondary">
          {word.reason ? `Dikesampingkan: ${word.reason}. ` : 'Dicentang '}
          {word.byName}, {formatMoment(word.at, props.zone)}
        </div>
      )}
      {takesTick && <Tick {...props} point={point} />}
      {mayTick && isSaid && props.text.saved?.state !== 'ready' && (
        <SayForm {...props} code={point.code} says={false}>
          <button class="btn btn-sm" type="submit">
            Hapus tanda<span class="visually-hidden">: {says}</span>
          </button>
        </SayForm>
      )}
    </li>
  );
}

function Tick({ point, refused, ...props }: Omit<PointProps, 'mayTick'>): VNode {
  const { code, byRule, says } = point;
  const own = refused?.form === 'periksa' && typed(refused.sent, 'point') === code ? refused : null;
  const hidden = <span class="visually-hidden">: {says}</span>;
  if (!byRule) {
    return (
      <SayForm {...props} code={code} says>
        <button class="btn btn-sm" type="submit">
          Ya, sudah{hidden}
        </button>
      </SayForm>
    );
  }
  return (
    <details open={own !== null}>
      <summary>Kesampingkan{hidden}</summary>
      <SayForm {...props} code={code} says>
        <Field
          name="reason"
          scope={code}
          label="Alasan"
          value={own ? typed(own.sent, 'reason') : (point.word?.reason ?? '')}
          maxLength={300}
          faults={own?.faults ?? null}
        />
        <button class="btn btn-sm" type="submit">
          Kesampingkan dengan alasan ini{hidden}
        </button>
      </SayForm>
    </details>
  );
}

const SayForm = ({
  path,
  text,
  code,
  says,
  children,
}: Pick<CoachCardProps, 'path' | 'text'> & { code: string; says: boolean; children: unknown }): VNode => (
  <PageForm action={`${path}/periksa`} about={`${code} ${says ? 'ya' : 'tidak'}`} asks class="mt-1">
    <input type="hidden" name="seen" value={text.saved?.version ?? 0} />
    <input type="hidden" name="point" value={code} />
    <input type="hidden" name="says" value={says ? 'ya' : 'tidak'} />
    {children as VNode}
  </PageForm>
);
