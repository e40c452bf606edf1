import type { VNode } from 'preact';
import type { Page } from '../../platform/http/cursor.js';
import type { DeadJob } from '../../platform/jobs/dead-jobs.js';
import type { JobCount } from '../../platform/jobs/job-counts.js';
import { payloadText } from '../../platform/jobs/payload-text.js';
import { Card } from '../../platform/pages/card.js';
import { NoticeAlert } from '../../platform/pages/form-parts.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import { Paging, pathWith } from '../../platform/pages/paging.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatMoment } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { durationText, JOBS_PATH } from './job-words.js';

interface Chosen {
  name?: string | undefined;
  cursor?: string | undefined;
}

interface JobsPageProps {
  actor: Actor;
  counts: readonly JobCount[];
  failed: Page<DeadJob>;
  chosen: Chosen;
  info: unknown;
}

const notices: ReadonlyMap<unknown, string> = new Map([
  ['dijalankan', 'Pekerjaan dijalankan lagi. Bila gagal lagi setelah semua percobaan, ia kembali ke sini.'],
  ['dibuang', 'Pekerjaan yang gagal itu dibuang.'],
]);

/** What Sambang does by itself: how much of it waits, and what failed. */
export function JobsPage({ actor, counts, failed, chosen, info }: JobsPageProps): VNode {
  const notice = notices.get(info);
  return (
    <Layout title="Pekerjaan sistem" actor={actor} path="/pengelolaan">
      <PageHeading
        title="Pekerjaan sistem"
        lead="Yang dikerjakan Sambang dengan sendirinya: mengirim undangan, mengingatkan, menghitung."
        back={['/pengelolaan', 'Pengelolaan']}
      />
      {notice !== undefined && <NoticeAlert>{notice}</NoticeAlert>}
      <div id="gagal">
        <FailedCard counts={counts} failed={failed} chosen={chosen} zone={actor.timeZone} />
      </div>
      <Card title="Antrean">
        <Queues counts={counts} />
      </Card>
    </Layout>
  );
}

type FailedCardProps = Pick<JobsPageProps, 'counts' | 'failed' | 'chosen'> & { zone: Zone };

function FailedCard({ counts, failed, chosen, zone }: FailedCardProps): VNode {
  const kinds = counts.filter((count) => count.failed > 0);
  return (
    <Card title={`Yang gagal (${kinds.reduce((sum, kind) => sum + kind.failed, 0)})`}>
      {kinds.length === 0 ? (
        <Empty icon="check" title="Tidak ada yang gagal">
          Pekerjaan yang tetap gagal setelah sebelas kali dicoba dalam satu jam muncul di sini.
        </Empty>
      ) : (
        <>
          <ul class="list-group list-group-flush">
            {kinds.map((kind) => (
              <KindRow key={kind.name} kind={kind} isChosen={kind.name === chosen.name} />
            ))}
          </ul>
          <ul class="list-group list-group-flush border-top">
            {failed.items.map((job) => (
              <FailedRow key={job.id} job={job} zone={zone} />
            ))}
          </ul>
        </>
      )}
      <Paging
        label="Halaman pekerjaan yang gagal"
        path={JOBS_PATH}
        chosen={{ ...chosen }}
        nextCursor={failed.nextCursor}
        first="Kembali ke yang terbaru"
        next="Lebih lama"
      />
    </Card>
  );
}

/** One name of those that failed: all of it at once. */
function KindRow({
  kind: { name, failed, isProvided },
  isChosen,
}: {
  kind: JobCount;
  isChosen: boolean;
}): VNode {
  return (
    <li class="list-group-item d-flex flex-wrap gap-2 align-items-center justify-content-between">
      <span class="text-break">
        <a href={isChosen ? JOBS_PATH : pathWith(JOBS_PATH, { name })}>{name}</a>: {failed} gagal
        {isChosen && <span class="text-secondary"> · hanya ini yang ditampilkan di bawah</span>}
      </span>
      {isProvided ? (
        <PageForm action={`${JOBS_PATH}/${name}/jalankan-semua`}>
          <button class="btn btn-sm" type="submit">
            Jalankan lagi semua<span class="visually-hidden"> {name}</span>
          </button>
        </PageForm>
      ) : (
        <span class="text-secondary">tidak ada lagi di versi ini</span>
      )}
    </li>
  );
}

function FailedRow({ job, zone }: { job: DeadJob; zone: Zone }): VNode {
  const { id, name, payload, reference, error, tries, storedAt, failedAt } = job;
  return (
    <li class="list-group-item">
      <p class="mb-1 fw-medium text-break">{name}</p>
      <p class="mb-1 text-break">{error.message || error.name}</p>
      <p class="mb-1 text-secondary">
        Gagal {formatMoment(failedAt, zone)} setelah {tries} kali dicoba; disimpan{' '}
        {formatMoment(storedAt, zone)}.
      </p>
      <details class="mb-2">
        <summary>Rincian untuk pengembang</summary>
        <p class="mb-1 mt-2 text-break">Nomor: {id}</p>
        {reference !== null && <p class="mb-1 text-break">Berasal dari: {reference}</p>}
        <p class="mb-1 text-break">Isi: {payloadText(payload)}</p>
        <pre class="text-wrap text-break mb-0">{error.stack ?? error.message}</pre>
      </details>
      <PageForm class="btn-list" action={`${JOBS_PATH}/gagal/${id}/jalankan`}>
        <button class="btn btn-sm btn-primary" type="submit">
          Jalankan lagi
        </button>
        <button class="btn btn-sm" type="submit" formaction={`${JOBS_PATH}/gagal/${id}/buang`}>
          Buang
        </button>
      </PageForm>
    </li>
  );
}

/** Queues that hold something; the idle ones are folded. */
function Queues({ counts }: { counts: readonly JobCount[] }): VNode {
  const isIdle = ({ waiting, active }: JobCount): boolean => waiting + active === 0;
  const busy = counts.filter((count) => !isIdle(count));
  const idle = counts.filter(isIdle);
  return (
    <>
      {busy.length === 0 ? (
        <Empty icon="check" title="Tidak ada yang menunggu">
          Semua pekerjaan sudah selesai.
        </Empty>
      ) : (
        <ul class="list-group list-group-flush">
          {busy.map((count) => (
            <CountRow key={count.name} count={count} />
          ))}
        </ul>
      )}
      {idle.length > 0 && (
        <details class="card-body border-top">
          <summary class="fold">{idle.length} antrean kosong</summary>
          <ul class="mt-2 mb-0 text-break">
            {idle.map(({ name, isProvided }) => (
              <li key={name}>
                {name}
                {!isProvided && <span class="text-secondary"> · tidak ada lagi di versi ini</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function CountRow({
  count: { name, waiting, active, oldestSeconds, isProvided },
}: {
  count: JobCount;
}): VNode {
  return (
    <li class="list-group-item">
      <span class="fw-medium text-break">{name}</span>
      <span class="text-secondary d-block">
        {waiting} menunggu · {active} berjalan
        {oldestSeconds !== null && <> · yang tertua menunggu {durationText(oldestSeconds)}</>}
        {!isProvided && <> · tidak ada lagi di versi ini</>}
      </span>
    </li>
  );
}
