import type { VNode } from 'preact';
import { DateField } from '../../platform/pages/calendar-fields.js';
import { PlainText } from '../../platform/pages/free-text.js';
import { Card, Facts } from '../../platform/pages/card.js';
import { Field, Select, TextArea } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { PageForm } from '../../platform/pages/page-form.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatCalendarDate, formatDate, formatTime } from '../../platform/text/dates.js';
import type { FollowUpVerb } from '../domain/follow-up-policies.js';
import type { PracticeChoice } from '../queries/follow-up-choices.js';
import type { FollowUpWithStory } from '../use-cases/read-follow-up.js';

/** A form that was sent and refused, by the last part of its address. */
export interface RefusedForm {
  form: string;
  sent: SentForm | undefined;
  faults: FormFaults;
}

/** What the parts of a follow-up's page are made of. */
export interface StoryProps {
  actor: Actor;
  fact: FollowUpWithStory;
  verbs: readonly FollowUpVerb[];
  refused: RefusedForm | null;
  /** Calendar date in the reader's zone. */
  today: string;
}

/** What was sent with one of the page's forms, when it was that one. */
export const refusedOf = (refused: RefusedForm | null, form: string) =>
  refused?.form === form ? refused : { sent: undefined, faults: null };

/** Whether it stands as a replication, and the forms of those who decide. */
export function ReplicationCard(props: StoryProps & { practices: readonly PracticeChoice[] }): VNode | null {
  const { fact, verbs } = props;
  if (fact.replication) return <Confirmed {...props} />;
  if (fact.state !== 'done') return null;
  return (
    <Card title="Konfirmasi replikasi">
      {verbs.includes('confirm-replication') ? (
        <ConfirmForm {...props} />
      ) : (
        <p class="card-body mb-0 text-secondary">
          Menunggu UPT mitra atau Kanwil mengonfirmasi bahwa ini sebuah replikasi.
        </p>
      )}
    </Card>
  );
}

function Confirmed({ actor, fact, verbs, refused }: StoryProps): VNode | null {
  const { replication, id, version } = fact;
  if (!replication) return null;
  const { sent, faults } = refusedOf(refused, 'tarik');
  const at = new Date(replication.confirmedAt);
  return (
    <Card title="Replikasi">
      <div class="card-body">
        <Facts
          lines={[
            [
              'Praktik',
              replication.note ? (
                <a href={`/praktik-baik/${replication.note}/silsilah`}>{replication.practice}</a>
              ) : (
                replication.practice
              ),
            ],
            ['Dari', replication.fromUnitName],
            ['Di', fact.unitName],
            ['Sejak', formatCalendarDate(replication.since)],
            ['Hasil', <PlainText text={replication.result} />],
            ['Dikonfirmasi', `${replication.confirmedName}, ${formatDate(at, actor.timeZone)}`],
          ]}
        />
        {verbs.includes('withdraw-replication') && (
          <details class="follow-up-change mt-2" open={faults !== null}>
            <summary>Tarik konfirmasi</summary>
            <PageForm action={`/tindak-lanjut/${id}/replikasi/tarik`} version={version} asks>
              <TextArea
                name="reason"
                label="Alasan penarikan"
                rows={2}
                maxLength={2000}
                value={typed(sent, 'reason')}
                faults={faults}
                scope="tarik"
              />
              <button class="btn" type="submit">
                Tarik konfirmasi replikasi
              </button>
            </PageForm>
          </details>
        )}
      </div>
    </Card>
  );
}

function ConfirmForm({
  fact,
  practices,
  refused,
  today,
}: StoryProps & { practices: readonly PracticeChoice[] }): VNode {
  const { sent, faults } = refusedOf(refused, 'replikasi');
  return (
    <PageForm class="card-body" action={`/tindak-lanjut/${fact.id}/replikasi`} version={fact.version} asks>
      <p class="text-secondary">
        Bila yang dikerjakan meniru praktik yang dipelajari, konfirmasikan; silsilah praktik itu lalu
        bertambah.
      </p>
      <Select
        name="note"
        label="Praktik baik"
        none="Tidak ada dalam daftar"
        value={typed(sent, 'note') || fact.note}
        options={practices.map(({ id, title, unitName }) => ({ value: id, name: `${title} · ${unitName}` }))}
        faults={faults}
        scope="replikasi"
        optional
      />
      <Field
        name="practice"
        label="Praktik lain, bila tidak ada dalam daftar"
        maxLength={300}
        value={typed(sent, 'practice')}
        faults={faults}
        scope="replikasi"
        optional
      />
      <DateField
        name="since"
        label="Dipraktikkan sejak"
        latest={today}
        value={typed(sent, 'since')}
        faults={faults}
        scope="replikasi"
      />
      <TextArea
        name="result"
        label="Hasilnya"
        rows={3}
        maxLength={4000}
        value={typed(sent, 'result')}
        faults={faults}
        scope="replikasi"
      />
      <button class="btn btn-primary" type="submit">
        Konfirmasi sebagai replikasi
      </button>
    </PageForm>
  );
}

/** Moving the due date to a later day. */
export function PostponeCard({ fact, verbs, refused }: StoryProps): VNode | null {
  if (!verbs.includes('postpone')) return null;
  const { sent, faults } = refusedOf(refused, 'tunda');
  return (
    <details class="card mb-3 follow-up-change" open={faults !== null}>
      <summary class="card-body">Tunda</summary>
      <PageForm class="card-body pt-0" action={`/tindak-lanjut/${fact.id}/tunda`} version={fact.version} asks>
        <DateField
          name="dueOn"
          label="Tanggal baru"
          value={typed(sent, 'dueOn')}
          hint={`Sesudah ${formatCalendarDate(fact.dueOn)}.`}
          faults={faults}
          scope="tunda"
        />
        <TextArea
          name="reason"
          label="Alasan penundaan"
          rows={2}
          maxLength={2000}
          value={typed(sent, 'reason')}
          faults={faults}
          scope="tunda"
        />
        <button class="btn" type="submit">
          Tunda tindak lanjut
        </button>
      </PageForm>
    </details>
  );
}

/** What both units and the Kanwil said about it. */
export function CommentsCard({ actor, fact, verbs, refused }: StoryProps): VNode {
  const { sent, faults } = refusedOf(refused, 'tanggapan');
  return (
    <Card title="Tanggapan">
      {fact.comments.length === 0 && <p class="card-body mb-0 text-secondary">Belum ada tanggapan.</p>}
      <ul class="list-group list-group-flush list-unstyled">
        {fact.comments.map(({ id, at, authorName, body }) => (
          <li class="list-group-item" key={id}>
            <div class="fw-medium">{authorName}</div>
            <div>
              <PlainText text={body} />
            </div>
            <div class="text-secondary">
              {formatDate(at, actor.timeZone)}, pukul {formatTime(at, actor.timeZone)}
            </div>
          </li>
        ))}
      </ul>
      {verbs.includes('comment') && (
        <PageForm class="card-footer" action={`/tindak-lanjut/${fact.id}/tanggapan`}>
          <TextArea
            name="body"
            label="Tulis tanggapan"
            rows={2}
            maxLength={4000}
            value={typed(sent, 'body')}
            hint="Dibaca UPT tamu, UPT tujuan, dan Kanwil. Tanpa data warga binaan."
            faults={faults}
          />
          <button class="btn" type="submit">
            Kirim tanggapan
          </button>
        </PageForm>
      )}
    </Card>
  );
}
