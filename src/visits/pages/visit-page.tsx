import type { VNode } from 'preact';
import { PlainText } from '../../platform/pages/free-text.js';
import { Card } from '../../platform/pages/card.js';
import { NoticeAlert, RefusalAlert } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults } from '../../platform/pages/forms.js';
import { Icon } from '../../platform/pages/icon.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { acceptanceFields } from '../domain/acceptance.js';
import { hasTrait } from '../domain/visit-state-traits.js';
import { mayEdit, mayRecord, mayRecordSome, recordsOnly } from '../domain/visit-policies.js';
import type { JointVisit, ReadableVisit } from '../use-cases/read-visit.js';
import type { Receiver } from '../domain/acceptance.js';
import type { Background } from '../use-cases/visit-background.js';
import type { BlockedStep } from './blocked-steps.js';
import { EnteredAnswerCard } from './entered-answer-card.js';
import { AbsentHostCard } from './absent-host-card.js';
import { Countdown } from './countdown.js';
import { FilesCard } from './files-card.js';
import { GuestsCard } from './guests-card.js';
import { HistoryCard } from './history-card.js';
import { Meeting } from './meeting.js';
import { PartyCard } from './party-card.js';
import { ParticipantsCard } from './participants-card.js';
import { RecordedBadge, VisitStateBadge } from './state-badge.js';
import { ReachCard } from './reach-card.js';
import { reachListOf } from '../use-cases/read-reach.js';
import type { RefusedStep } from './step-forms.js';
import { VisitFactsCard } from './visit-facts-card.js';
import { VisitStatus } from './visit-status.js';
import { kindWords } from './visit-words.js';

export interface VisitPageProps {
  actor: Actor;
  now: Date;
  readable: JointVisit;
  background: Background;
  /** What other features have to show of the visit. */
  parts: VNode[];
  /** Links to what is done next about it. */
  links: VNode[];
  /** Steps of the reader's side that cannot be taken now, with the reason. */
  blocked: BlockedStep[];
  /** Who of the host can receive the guests, where the reader says yes for it; else null. */
  receivers: readonly Receiver[] | null;
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
  const isAgreedAlone = recordsOnly(visit, actor);
  const list = reachListOf(readable, actor, props.now);
  const comesFirst = list.isUrgent && list.people.some(({ participant }) => !participant.reachedAt);
  const reach = <ReachCard visit={visit} list={list} zone={actor.timeZone} />;
  return (
    <Layout
      title={visit.title}
      actor={actor}
      path="/kunjungan"
      styles={['visits/pages/visit.css']}
      scripts={['platform/pages/browser/countdown.js']}
    >
      <VisitHeading {...props} />
      {notice && <NoticeAlert>{notice}</NoticeAlert>}
      <StepRefusal refused={refused} receivers={props.receivers} />
      <Meeting visit={visit} mayEdit={mayEdit(visit, actor)} />
      <Objection visit={visit} history={background.history} />
      <div class="visit-columns">
        <div>
          {comesFirst && reach}
          <VisitStatus {...props} />
          <VisitFactsCard
            visit={visit}
            programs={background.surroundings.programs}
            reader={{ timeZone: actor.timeZone, now: props.now }}
          />
          <AbsentHostCard actor={actor} visit={visit} refused={refused} />
          <EnteredAnswerCard actor={actor} visit={visit} refused={refused} />
          <PartyCard actor={actor} visit={visit} refused={refused} />
          <GuestsCard actor={actor} joint={readable} refused={refused} />
          <ParticipantsCard
            visitId={visit.id}
            participants={participants}
            mayEdit={mayRecordSome(visit, actor)}
            recordsOnly={isAgreedAlone}
          />
          {!comesFirst && reach}
          {parts}
        </div>
        <div>
          <ShareCard {...props} />
          <FilesCard
            visit={visit}
            files={background.files}
            mayRecord={mayRecord(visit, actor)}
            faults={fileFaults}
          />
          <HistoryCard history={background.history} zone={actor.timeZone} />
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
          {visit.recordedBy && <RecordedBadge />}
          <span>
            {kindWords[visit.kind] ?? ''} · {visit.reference}
          </span>
          {isAhead && <Countdown visit={visit} now={now} />}
        </div>
      }
    >
      {links}
      {mayRecord(visit, actor) && (
        <a class="btn" href={`/kunjungan/${visit.id}/ubah`}>
          <Icon name="pencil" />
          {mayEdit(visit, actor) ? 'Ubah isi' : 'Nomor surat'}
        </a>
      )}
    </PageHeading>
  );
}

/** The objection that stands to what was entered. */
function Objection({
  visit,
  history,
}: {
  visit: ReadableVisit['visit'];
  history: Background['history'];
}): VNode | null {
  if (visit.disputedBy === null) return null;
  const line = history.findLast(({ action }) => action === 'object');
  const objector = visit.disputedBy === 'guest' ? visit.guestUnitName : visit.hostUnitName;
  return (
    <div class="alert alert-warning d-block" role="status">
      <h2 class="alert-title">Ada keberatan atas catatan ini</h2>
      <p class="mb-1">
        {objector}: <PlainText text={line?.reason ?? ''} />
      </p>
      <p class="mb-0">
        Sampai selesai, kunjungan ini tidak dihitung dalam Sinergi. Pencatat dapat memperbaiki atau
        menghapusnya;
        {` ${objector}`} dapat mencabut keberatannya, dan Kanwil dapat memutuskan.
      </p>
    </div>
  );
}

/** Why a step was not taken, with the words that would be lost when the step is no longer on offer. */
function StepRefusal({
  refused,
  receivers,
}: Pick<VisitPageProps, 'receivers'> & {
  refused: RefusedStep | null;
}): VNode | null {
  if (!refused) return null;
  const chosen = [refused.sent['hosts'] ?? []].flat();
  const written = ['reason', ...acceptanceFields]
    .map((name) => typed(refused.sent, name).trim())
    .filter(Boolean);
  return (
    <>
      <RefusalAlert faults={refused.faults} />
      {refused.faults.status === 409 && written.length + chosen.length > 0 && (
        <div class="mb-3">
          <p class="mb-0">Yang Anda tulis:</p>
          <ul class="mb-0">
            {written.map((text) => (
              <li key={text}>
                <PlainText text={text} />
              </li>
            ))}
            {(receivers ?? [])
              .filter(({ personId }) => chosen.includes(personId))
              .map(({ personId, name }) => (
                <li key={personId} id={`dipilih-${personId}`}>
                  Penerima tamu: {name}
                </li>
              ))}
          </ul>
        </div>
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
