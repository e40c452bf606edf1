import type { VNode } from 'preact';
import { Facts } from '../../platform/pages/card.js';
import { Notice } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { formatDateTimeRange } from '../../platform/text/dates.js';
import type { Asked } from '../use-cases/answer-by-link.js';
import { SubstituteForm, type RefusedSubstitute } from './substitute-form.js';

const answers = [
  { value: 'accepted', name: 'Hadir', said: 'Anda menjawab akan hadir.' },
  { value: 'tentative', name: 'Mungkin', said: 'Anda menjawab mungkin hadir.' },
  { value: 'declined', name: 'Tidak hadir', said: 'Anda menjawab tidak dapat hadir.' },
] as const;

const closed: Readonly<Record<string, string>> = {
  cancelled: 'Kunjungan ini dibatalkan, sehingga tidak perlu dijawab lagi.',
  'not-held': 'Kunjungan ini tidak jadi dilaksanakan.',
};

interface AnswerPageProps {
  token: string;
  asked: Asked;
  /** Why an answer was refused. */
  faults?: FormFaults;
  substitute?: RefusedSubstitute;
  /** Whether a substitute was just proposed. */
  isRelayed?: boolean;
}

/** The path of an answer link. */
export const addressOf = (token: string): string => `/jawab/${encodeURIComponent(token)}`;

/** A visit, three buttons, and a way to send somebody else. */
export function AnswerPage({
  token,
  asked: { participant, isOpen },
  faults,
  substitute,
  isRelayed = false,
}: AnswerPageProps): VNode {
  const address = addressOf(token);
  const { title, name, answer, startsAt, endsAt, timeZone, state } = participant;
  const current = answers.find(({ value }) => value === answer);
  return (
    <Layout title={title} actor={undefined} narrow>
      <div class="card">
        <div class="card-body">
          <h1>{title}</h1>
          <p>Yth. {name},</p>
          {faults && (
            <div class="alert alert-danger" role="alert">
              {faults.detail}
            </div>
          )}
          <Facts
            lines={[
              ['Waktu', formatDateTimeRange(startsAt, endsAt, timeZone)],
              ['Tempat', participant.place || participant.hostUnitName],
              ['Tamu', participant.guestUnitName],
              ['Tuan rumah', participant.hostUnitName],
            ]}
          />
          {isRelayed && <Notice>Usulan pengganti sudah kami sampaikan kepada petugas kedua UPT.</Notice>}
          <p class="mt-3" role="status">
            {current?.said ?? 'Anda belum menjawab undangan ini.'}
          </p>
          {isOpen ? (
            <>
              <PageForm action={address} class="d-grid gap-2">
                {answers.map(({ value, name: label }) => (
                  <button
                    key={value}
                    class={value === answer ? 'btn btn-primary' : 'btn'}
                    name="answer"
                    value={value}
                    type="submit"
                    aria-pressed={value === answer ? 'true' : 'false'}
                  >
                    {label}
                  </button>
                ))}
              </PageForm>
              <SubstituteForm action={`${address}/pengganti`} {...(substitute && { refused: substitute })} />
            </>
          ) : (
            <p class="mb-0">{closed[state] ?? 'Undangan ini tidak dapat dijawab lagi.'}</p>
          )}
        </div>
      </div>
    </Layout>
  );
}
