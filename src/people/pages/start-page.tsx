import type { VNode } from 'preact';
import { Icon } from '../../platform/pages/icon.js';
import { Layout } from '../../platform/pages/layout.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import { Section, SectionFault } from '../../platform/pages/section.js';
import type { WaitingList, WaitingTask } from '../../platform/pages/waiting-tasks.js';
import type { Actor } from '../../platform/security/actor.js';
import { can } from '../../platform/security/capabilities.js';
import { isPast, timeLeft } from '../../platform/text/deadline.js';
import { formatDate } from '../../platform/text/dates.js';
import { roleNames } from './people-words.js';
import { greeting } from './start-words.js';
import { organisationOf } from '../../platform/security/capabilities.js';

const steps = [
  ['Ajukan', 'Pilih UPT tujuan dan waktu luangnya. Tuan rumah menerima, atau mengusulkan waktu lain.'],
  [
    'Laksanakan',
    'Susunan acara dan undangan sampai ke kalender setiap peserta, juga ketika waktunya berubah.',
  ],
  [
    'Tindak lanjuti',
    'Ringkasan terkirim ke semua pihak dan Kanwil; praktik baik dan tindak lanjutnya tercatat.',
  ],
] as const;

/** What Sambang is, for who is not signed in. */
export function VisitorPage(): VNode {
  return (
    <Layout title="Sambang" actor={null} path="/">
      <div class="prose pt-3 pb-4">
        <h1 class="display-6 fw-bold">Kunjungan antar-UPT, dari permintaan sampai tindak lanjut</h1>
        <p class="fs-3 text-secondary">
          Sambang mengatur studi tiru, kunjungan kerja, dan koordinasi antar-UPT Pemasyarakatan di seluruh
          Indonesia.
        </p>
        <a class="btn btn-primary mt-2" href="/masuk">
          Masuk
        </a>
      </div>
      <ol class="card-grid">
        {steps.map(([name, text], index) => (
          <li key={name}>
            <div class="card h-100">
              <div class="card-body">
                <h2 class="card-title">
                  {index + 1}. {name}
                </h2>
                <p class="text-secondary mb-0">{text}</p>
              </div>
            </div>
          </li>
        ))}
      </ol>
    </Layout>
  );
}

interface StartPageProps {
  actor: Actor;
  now: Date;
  waiting: WaitingList;
  /** What features show: the next visits, what is new. */
  parts: VNode[];
}

/** Where somebody signed in goes on from: what waits, what comes next, what is new. */
export function StartPage({ actor, now, waiting, parts }: StartPageProps): VNode {
  return (
    <Layout
      title="Beranda"
      actor={actor}
      path="/"
      styles={['people/pages/start.css']}
      scripts={['platform/pages/browser/countdown.js']}
    >
      <PageHeading
        title={`${greeting(now, actor.timeZone)}, ${actor.name}`}
        lead={`${formatDate(now, actor.timeZone)} · ${roleNames[actor.role]}`}
      >
        {organisationOf(actor) !== null && (
          <a class="btn btn-primary" href="/kunjungan/baru">
            <Icon name="plus" />
            Ajukan kunjungan
          </a>
        )}
        {can(actor, 'visits.propose-for-region') && (
          <a class="btn btn-primary" href="/kunjungan/atur">
            <Icon name="plus" />
            Atur kunjungan
          </a>
        )}
      </PageHeading>
      <div data-unsent role="status" />
      <Section>
        <Waiting {...waiting} now={now} />
      </Section>
      {parts}
    </Layout>
  );
}

const MOST_AT_ONCE = 8;

function Waiting({ tasks, faults, now }: WaitingList & { now: Date }): VNode {
  const [first, rest] = [tasks.slice(0, MOST_AT_ONCE), tasks.slice(MOST_AT_ONCE)];
  return (
    <section class="card mb-3" aria-labelledby="menunggu">
      <div class="card-header">
        <h2 class="card-title" id="menunggu">
          Menunggu Anda
        </h2>
        {tasks.length > 0 && <span class="ms-auto text-secondary">{tasks.length}</span>}
      </div>
      {faults.map((reference) => (
        <SectionFault key={reference} reference={reference} />
      ))}
      {tasks.length === 0 && faults.length === 0 ? (
        <Empty icon="check" title="Tidak ada yang menunggu Anda">
          Permintaan baru, susunan acara, ringkasan, dan tindak lanjut yang jatuh tempo akan muncul di sini.
        </Empty>
      ) : (
        <Tasks tasks={first} now={now} />
      )}
      {rest.length > 0 && (
        <details class="task-rest">
          <summary class="card-footer">{rest.length} lagi</summary>
          <Tasks tasks={rest} now={now} />
        </details>
      )}
    </section>
  );
}

function Tasks({ tasks, now }: { tasks: readonly WaitingTask[]; now: Date }): VNode {
  return (
    <ul class="list-group list-group-flush">
      {tasks.map(({ href, icon, title, detail, due }) => (
        <li class="list-group-item task" key={`${href} ${title}`}>
          <Icon name={icon} />
          <a class="row-link" href={href}>
            <span class="fw-medium">{title}</span>
            <span class="text-secondary">{detail}</span>
          </a>
          {due && (
            <span class={isPast(due, now) ? 'task-due task-late' : 'task-due'}>{timeLeft(due, now)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
