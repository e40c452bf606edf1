import type { VNode } from 'preact';
import { mayManage } from '../../people/index.js';
import { Card } from '../../platform/pages/card.js';
import { Field } from '../../platform/pages/form-parts.js';
import { typed } from '../../platform/pages/forms.js';
import { PageForm } from '../../platform/pages/page-form.js';
import type { Actor } from '../../platform/security/actor.js';
import { rolesWith } from '../../platform/security/capabilities.js';
import { mayStandIn } from '../domain/answer-ways.js';
import { hasTrait } from '../domain/visit-state-traits.js';
import type { VisitFacts } from '../queries/visit-facts.js';
import type { ReadableVisit } from '../use-cases/read-visit.js';
import type { RefusedStep } from './step-forms.js';

/** What who heads a unit is. */
export const [HEAD = 'unit-head'] = rolesWith('photos.vouch');

/** What a refused invitation is known by. */
export const INVITING = 'undang-kepala';

interface AbsentHostProps {
  actor: Actor;
  visit: ReadableVisit['visit'];
  refused: RefusedStep | null;
}

/** That nobody at the host uses Sambang, who answers then, and its head to be invited; nothing where somebody does. */
export function AbsentHostCard({ actor, visit, refused }: AbsentHostProps): VNode | null {
  if (visit.hostUsesSambang || visit.submittedAt === null || !hasTrait(visit.state, 'ahead')) return null;
  return (
    <Card title="Tuan rumah belum memakai Sambang">
      <div class="card-body">
        <p>{wordsFor(visit, actor)}</p>
        {mayInviteHead(visit, actor) && (
          <InviteHead visit={visit} refused={refused?.step === INVITING ? refused : null} />
        )}
      </div>
    </Card>
  );
}

/** Whether somebody may give the head of the host an account. */
const mayInviteHead = ({ hostUnit, hostUnitType, hostRegionalOffice }: VisitFacts, actor: Actor): boolean =>
  hostUnitType !== null &&
  mayManage(actor, { role: HEAD, unit: hostUnit, regionalOffice: hostRegionalOffice });

function wordsFor(visit: VisitFacts, actor: Actor): string {
  const by = visit.hostHasEmail
    ? `Permintaan dikirim ke surel ${visit.hostUnitName}, yang dapat menjawab lewat tautan.`
    : `Alamat surel ${visit.hostUnitName} belum tercatat.`;
  if (mayStandIn(visit, actor)) return `${by} Anda dapat menjawab atas namanya, dan mengundang kepalanya.`;
  return `${by} Kanwilnya dapat menjawab atas namanya.`;
}

function InviteHead({ visit, refused }: { visit: VisitFacts; refused: RefusedStep | null }): VNode {
  const faults = refused?.faults ?? null;
  return (
    <PageForm action={`/kunjungan/${visit.id}/${INVITING}`} asks>
      <Field
        name="name"
        scope="kepala"
        label={`Nama kepala ${visit.hostUnitName}`}
        value={typed(refused?.sent, 'name')}
        maxLength={200}
        faults={faults}
      />
      <Field
        name="email"
        scope="kepala"
        label="Alamat surelnya"
        type="email"
        value={typed(refused?.sent, 'email')}
        maxLength={254}
        faults={faults}
      />
      <button class="btn" type="submit">
        Undang kepalanya
      </button>
    </PageForm>
  );
}
