import type { ComponentChildren, VNode } from 'preact';
import { Card, Facts } from '../../platform/pages/card.js';
import { NoticeAlert, RefusalAlert, TextArea } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatCalendarDate, formatDate } from '../../platform/text/dates.js';
import type { UnitChangeVerb } from '../domain/unit-change.js';
import { changeKindWords, changeTitle } from '../domain/unit-change-words.js';
import type { ReadableChange } from '../use-cases/read-unit-change.js';
import { ChangeBadge, CHANGES_PATH } from './change-parts.js';
import { TouchedCard, touchedWords } from './touched-card.js';

export interface ChangePageProps {
  actor: Actor;
  readable: ReadableChange;
  now: Date;
  notice?: string | undefined;
  /** What was typed, when the form was refused. */
  sent?: SentForm | undefined;
  faults: FormFaults | null;
  /** Whether visits came that were not shown before. */
  hasNewVisits?: boolean;
}

/** One change of units: what becomes of which, whom it touches, and what is decided about it. */
export function ChangePage(props: ChangePageProps): VNode {
  const { actor, readable, notice, faults } = props;
  return (
    <Layout title={changeTitle(readable.change)} actor={actor} path="/pengelolaan">
      <PageHeading title={changeTitle(readable.change)} back={[CHANGES_PATH, 'Perubahan UPT']} />
      {notice !== undefined && <NoticeAlert>{notice}</NoticeAlert>}
      <RefusalAlert faults={faults} />
      <ChangeFacts {...readable} />
      <Decision {...props} />
    </Layout>
  );
}

function ChangeFacts({ change }: ReadableChange): VNode {
  const { timeZone } = change;
  const by = (name: string | null, at: Date | null) =>
    name !== null && at !== null && `${name}, ${formatDate(at, timeZone)}`;
  const unitLink = (code: string | null, name: string | null) =>
    code !== null && <a href={`/upt/${code}`}>{name}</a>;
  const lines: [string, ComponentChildren][] = [
    ['Berlaku mulai', formatCalendarDate(change.effectiveOn)],
    ['UPT', unitLink(change.unit, change.unitName)],
    ['Bergabung ke', unitLink(change.successor, change.successorName)],
    ['Nama baru', change.name],
    ['Jenis', change.typeName],
    ['Kelas', change.class],
    ['UPT baru', change.opens.map(({ name }) => name).join(', ')],
    ['UPT asal', change.kind === 'split' && (change.endsOrigin ? 'Ditutup' : 'Tetap ada')],
    ['Akun', change.movesPeople && 'Pindah ke penerus'],
    ['Nomor keputusan', change.decree],
    ['Alasan', change.reason],
    ['Kanwil', change.regionalOfficeName ?? ''],
    ['Diusulkan oleh', by(change.proposedByName, change.proposedAt)],
    ['Diputuskan oleh', by(change.decidedByName, change.decidedAt)],
    ['Keterangan', change.decisionReason],
  ];
  return (
    <Card title={changeKindWords[change.kind]}>
      <div class="card-body">
        <p>
          <ChangeBadge state={change.state} />
        </p>
        <Facts lines={lines.filter(([, value]) => Boolean(value))} />
      </div>
    </Card>
  );
}

const verbWords: Readonly<Record<UnitChangeVerb, string>> = {
  accept: 'Setujui',
  refuse: 'Tolak',
  withdraw: 'Batalkan perubahan',
};

/** What was typed is shown again, also where somebody else was faster. */
function Decision({
  actor,
  now,
  readable,
  sent,
  faults,
  hasNewVisits = false,
}: ChangePageProps): VNode | null {
  const reader = { timeZone: actor.timeZone, now };
  const { change, visits, verbs } = readable;
  if (verbs.length === 0 && sent === undefined)
    return visits.length > 0 ? (
      <TouchedCard visits={visits} reader={reader} words={touchedWords(change)} />
    ) : null;
  return (
    <Card title="Putusan">
      <PageForm class="card-body" action={`${CHANGES_PATH}/${change.id}`} version={change.version} asks>
        <TouchedCard visits={visits} reader={reader} words={touchedWords(change)} isNew={hasNewVisits} />
        <TextArea
          name="reason"
          label="Alasan"
          hint="Perlu diisi bila menolak atau membatalkan."
          value={typed(sent, 'reason')}
          rows={3}
          faults={faults}
          optional
        />
        <div class="btn-list">
          {verbs.map((verb) => (
            <button
              class={verb === 'accept' ? 'btn btn-primary' : 'btn'}
              type="submit"
              name="verb"
              value={verb}
              key={verb}
            >
              {verbWords[verb]}
            </button>
          ))}
        </div>
      </PageForm>
    </Card>
  );
}
