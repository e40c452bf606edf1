import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Notice, Refusal } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { Icon } from '../../platform/pages/icon.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import type { Zone } from '../../platform/text/zones.js';
import { hasTrait } from '../domain/visit-state-traits.js';
import { mayEdit } from '../domain/visit-policies.js';
import type { ReadableVisit } from '../use-cases/read-visit.js';
import type { Background } from '../use-cases/visit-background.js';
import { Countdown } from './countdown.js';
import { FilesCard } from './files-card.js';
import { HistoryCard } from './history-card.js';
import { ParticipantsCard } from './participants-card.js';
import { VisitStateBadge } from './state-badge.js';
import type { RefusedStep } from './step-forms.js';
import { VisitFactsCard } from './visit-facts-card.js';
import { VisitStatus } from './visit-status.js';
import { kindWords } from './visit-words.js';

export interface VisitPageProps {
  actor: Actor;
  now: Date;
  readable: ReadableVisit;
  background: Background;
  /** What other features have to show of the visit. */
  parts: VNode[];
  /** Links to what is done next about it. */
  links: VNode[];
  /** The page of WhatsApp that shares it. */
  shareHref: string;
  notice?: string | undefined;
  refused?: RefusedStep | null;
  fileFaults?: FormFaults | null;
}

/** A visit as those see it who may: where it stands, what can be done, and all that belongs to it. */
export function VisitPage(props: VisitPageProps): VNode {
  const { actor, readable, background, parts, notice, refused = null, fileFaults = null } = props;
  const { visit, participants } = readable;
  const editable = mayEdit(visit, actor);
  return (
    <Layout
      title={visit.title}
      actor={actor}
      path="/kunjungan"
      styles={['visits/pages/visit.css']}
      scripts={['platform/pages/browser/countdown.js']}
    >
      <VisitHeading {...props} />
      {notice && <Notice>{notice}</Notice>}
      <StepRefusal refused={refused} />
      <div class="visit-columns">
        <div>
          <VisitStatus {...props} />
          <VisitFactsCard visit={visit} programs={background.surroundings.programs} own={actor.timeZone} />
          <ParticipantsCard visitId={visit.id} participants={participants} mayEdit={editable} />
          {parts}
        </div>
        <div>
          <ShareCard {...props} />
          <FilesCard visit={visit} files={background.files} mayEdit={editable} faults={fileFaults} />
          <HistoryCard history={background.history} zone={visit.timeZone as Zone} />
        </div>
      </div>
    </Layout>
  );
}

function VisitHeading({ actor, now, readable: { visit }, links }: VisitPageProps): VNode {
  const isAhead = hasTrait(visit.state, 'standing');
  return (
    <PageHeading
      title={visit.title}
      back={['/kunjungan', 'Semua kunjungan']}
      lead={
        <div class="visit-lead">
          <VisitStateBadge state={visit.state} />
          <span>
            {kindWords[visit.kind] ?? ''} · {visit.reference}
          </span>
          {isAhead && <Countdown visit={visit} now={now} />}
        </div>
      }
    >
      {links}
      {mayEdit(visit, actor) && (
        <a class="btn" href={`/kunjungan/${visit.id}/ubah`}>
          <Icon name="pencil" />
          Ubah isi
        </a>
      )}
    </PageHeading>
  );
}

/** Why a step was not taken, with the words that would be lost when the step is no longer on offer. */
function StepRefusal({ refused }: { refused: RefusedStep | null }): VNode | null {
  if (!refused) return null;
  const reason = refused.sent['reason'];
  return (
    <>
      <Refusal faults={refused.faults} />
      {refused.faults.status === 409 && typeof reason === 'string' && reason.trim() !== '' && (
        <p>
          Yang Anda tulis: <q class="plain-text">{reason}</q>
        </p>
      )}
    </>
  );
}

/** Ways to take the visit along. */
function ShareCard({ readable: { visit }, shareHref }: VisitPageProps): VNode {
  return (
    <Card title="Bagikan">
      <div class="card-body share-links">
        <a class="btn" href={shareHref} target="_blank" rel="noreferrer">
          <Icon name="share" />
          Kirim lewat WhatsApp
        </a>
        {hasTrait(visit.state, 'inCalendar') && (
          <a class="btn" href={`/api/visits/${visit.id}/invite.ics`}>
            <Icon name="calendar" />
            Simpan ke kalender
          </a>
        )}
        <p class="text-secondary mb-0">
          Pesannya siap kirim dan tidak memuat nomor telepon, NIP, atau alamat surel.
        </p>
      </div>
    </Card>
  );
}
