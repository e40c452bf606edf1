import type { VNode } from 'preact';
import { PlainText } from '../../platform/pages/free-text.js';
import { Card, Facts } from '../../platform/pages/card.js';
import { RefusalAlert } from '../../platform/pages/form-parts.js';
import { typed, type SentForm } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatDate, formatTime } from '../../platform/text/dates.js';
import { allowedVerbs } from '../domain/follow-up-policies.js';
import { followUpTransitions } from '../domain/follow-up-states.js';
import type { OwnerChoice, PracticeChoice } from '../queries/follow-up-choices.js';
import type { FollowUpFact } from '../queries/follow-up-facts.js';
import type { FollowUpWithStory } from '../use-cases/read-follow-up.js';
import { ContentCard } from './content-card.js';
import { EvidenceCard } from './evidence-card.js';
import { CommentsCard, PostponeCard, ReplicationCard, type RefusedForm } from './follow-up-story.js';
import { Due, FollowUpStateBadge } from './follow-up-card.js';
import { followUpActionWords } from './follow-up-words.js';
import { FollowUpStepForms } from './step-forms.js';

interface FollowUpPageProps {
  actor: Actor;
  fact: FollowUpWithStory;
  /** Notes that a replication, or a promise, may name. */
  practices: readonly PracticeChoice[];
  /** Whose account may be the owner's. */
  owners: readonly OwnerChoice[];
  today: string;
  /** What was sent and refused: a step, or a change of what is promised. */
  refused?: RefusedForm;
}

/** One promise: what, who, until when, what became of it. */
export function FollowUpPage(props: FollowUpPageProps): VNode {
  const { actor, fact, practices, owners, today, refused } = props;
  const faults = refused?.faults ?? null;
  const sent = refused?.sent;
  const isStep = refused?.form === 'langkah';
  const isContent = refused?.form === 'ubah';
  const verbs = allowedVerbs(fact, actor);
  const story = { actor, fact, verbs, refused: refused ?? null, today };
  return (
    <Layout
      title={fact.what}
      actor={actor}
      path="/tindak-lanjut"
      styles={['follow-ups/pages/follow-ups.css']}
    >
      <PageHeading
        title={fact.what}
        back={['/tindak-lanjut', 'Tindak Lanjut']}
        lead={<FollowUpStateBadge state={fact.state} />}
      />
      <RefusalAlert faults={faults} />
      {refused && <Unsaved fact={fact} sent={sent} />}
      <div class="follow-up-page">
        <div>
          <About fact={fact} today={today} />
          <EvidenceCard {...story} />
          <ReplicationCard {...story} practices={practices} />
          <CommentsCard {...story} />
          <History fact={fact} actor={actor} />
        </div>
        <div>
          {verbs.includes('move') && (
            <Card title="Langkah berikutnya">
              <div class="card-body">
                <FollowUpStepForms
                  fact={fact}
                  faults={isStep ? faults : null}
                  sent={isStep ? sent : undefined}
                />
              </div>
            </Card>
          )}
          <PostponeCard {...story} />
          {(verbs.includes('change') || isContent) && (
            <ContentCard
              {...{ fact, practices, owners }}
              faults={isContent ? faults : null}
              sent={isContent ? sent : undefined}
            />
          )}
        </div>
      </div>
    </Layout>
  );
}

/** What was written for a step that somebody else's change took away; nothing typed is lost. */
function Unsaved({ fact, sent }: { fact: FollowUpFact; sent: SentForm | undefined }): VNode | null {
  const wanted = typed(sent, 'state');
  const text = typed(sent, 'evidence') || typed(sent, 'reason');
  const isThere = followUpTransitions[fact.state].some((to) => to === wanted);
  if (!wanted || isThere || !text) return null;
  return (
    <div class="alert alert-warning d-block">
      <p class="mb-1">Yang Anda tulis belum tersimpan:</p>
      <p class="mb-0">
        <PlainText text={text} />
      </p>
    </div>
  );
}

function About({ fact, today }: { fact: FollowUpFact; today: string }): VNode {
  return (
    <Card title="Yang dijanjikan">
      <div class="card-body">
        <Due state={fact.state} dueOn={fact.dueOn} today={today} />
        <Facts
          lines={[
            ['Penanggung jawab', fact.personName],
            ['UPT', fact.unitName],
            [
              'Dari kunjungan',
              <a key="visit" href={`/kunjungan/${fact.visit}`}>
                {fact.visitReference}
              </a>,
            ],
            [
              'Praktik yang ditiru',
              fact.noteTitle && <a href={`/praktik-baik/${fact.note}/silsilah`}>{fact.noteTitle}</a>,
            ],
            ['Ditunda', fact.postponedCount > 0 ? `${fact.postponedCount} kali` : ''],
            ['Bukti', fact.evidence && <PlainText text={fact.evidence} />],
            [
              'Tautan bukti',
              fact.evidenceUrl && (
                <a href={fact.evidenceUrl} rel="noreferrer nofollow">
                  {fact.evidenceUrl}
                </a>
              ),
            ],
            ['Alasan', fact.reason && <PlainText text={fact.reason} />],
          ]}
        />
      </div>
    </Card>
  );
}

function History({ fact, actor }: { fact: FollowUpPageProps['fact']; actor: Actor }): VNode {
  return (
    <Card title="Riwayat">
      <ol class="list-group list-group-flush list-unstyled">
        {fact.history.toReversed().map((line) => (
          <li class="list-group-item" key={line.version}>
            <div>
              {line.actorName} {followUpActionWords(line)}
            </div>
            {line.reason && (
              <div>
                <PlainText text={line.reason} />
              </div>
            )}
            <div class="text-secondary">
              {formatDate(line.at, actor.timeZone)}, pukul {formatTime(line.at, actor.timeZone)}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
