import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Field, TextArea } from '../../platform/pages/form-parts.js';
import { typed } from '../../platform/pages/forms.js';
import { PageForm } from '../../platform/pages/page-form.js';
import type { Actor } from '../../platform/security/actor.js';
import { actorSides } from '../domain/visit-policies.js';
import { hasTrait } from '../domain/visit-state-traits.js';
import type { VisitFacts } from '../queries/visit-facts.js';
import type { ReadableVisit } from '../use-cases/read-visit.js';
import type { RefusedStep } from './step-forms.js';

interface PartyCardProps {
  actor: Actor;
  visit: ReadableVisit['visit'];
  refused: RefusedStep | null;
}

/** How many come and how many the host receives, with what guest and host do about it; nothing where there is no limit. */
export function PartyCard({ actor, visit, refused }: PartyCardProps): VNode | null {
  const { partyCount, largestParty, askedParty } = visit;
  if (largestParty === null || visit.submittedAt === null || !hasTrait(visit.state, 'editable')) return null;
  const sides = actorSides(visit, actor);
  const own = refused?.step === 'party' ? refused : null;
  return (
    <Card title="Jumlah rombongan">
      <div class="card-body">
        <p class="mb-0">{limitWords(partyCount, largestParty)}</p>
        {askedParty !== null && <p class="mb-0 mt-2">Tamu meminta izin membawa {askedParty} orang.</p>}
        {askedParty !== null && sides.includes('host') && <Answer visit={visit} refused={own} />}
        {askedParty === null && sides.some((side) => side === 'guest' || side === 'joined') && (
          <Ask visit={visit} refused={own} />
        )}
      </div>
    </Card>
  );
}

const limitWords = (count: number, most: number): string =>
  `${count} orang; tuan rumah menerima paling banyak ${most} orang.`;

/** How many come and may come, where people are added or the size is typed; nothing where there is no limit. */
export function PartyLimit({
  visit,
}: {
  visit: Pick<VisitFacts, 'partyCount' | 'largestParty' | 'submittedAt'>;
}): VNode | null {
  const { partyCount, largestParty, submittedAt } = visit;
  if (largestParty === null) return null;
  return (
    <p class="text-secondary" id="batas-rombongan">
      Rombongan sekarang {limitWords(partyCount, largestParty)}
      {submittedAt !== null &&
        ' Untuk membawa lebih banyak, mohon minta izinnya dahulu di halaman kunjungan.'}
    </p>
  );
}

type FormProps = Pick<PartyCardProps, 'visit' | 'refused'>;

function Ask({ visit, refused }: FormProps): VNode {
  return (
    <details class="mt-2" open={refused !== null}>
      <summary>Minta izin tambahan peserta</summary>
      <PageForm action={`/kunjungan/${visit.id}/rombongan/izin`} class="mt-2">
        <Field
          name="partySize"
          label="Jumlah seluruh rombongan"
          type="number"
          min={1}
          max={1000}
          value={typed(refused?.sent, 'partySize') || (visit.largestParty ?? 0) + 1}
          faults={refused?.faults ?? null}
          scope="party"
        />
        <Reason refused={refused} />
        <button class="btn btn-primary" type="submit">
          Minta izin
        </button>
      </PageForm>
    </details>
  );
}

function Answer({ visit, refused }: FormProps): VNode {
  return (
    <PageForm action={`/kunjungan/${visit.id}/rombongan/jawab/izin`} class="mt-2">
      <Reason refused={refused} />
      <div class="btn-list">
        <button class="btn btn-primary" type="submit" name="agreed" value="ya">
          Izinkan {visit.askedParty} orang
        </button>
        <button class="btn" type="submit" name="agreed" value="tidak">
          Tidak mengizinkan
        </button>
      </div>
    </PageForm>
  );
}

function Reason({ refused }: Pick<FormProps, 'refused'>): VNode {
  return (
    <TextArea
      name="reason"
      label="Keterangan"
      rows={2}
      maxLength={1000}
      optional
      value={typed(refused?.sent, 'reason')}
      faults={refused?.faults ?? null}
      scope="party"
    />
  );
}
