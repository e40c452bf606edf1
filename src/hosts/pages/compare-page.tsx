import { sameHours } from '../../platform/text/day-hours.js';
import type { ComponentChildren, VNode } from 'preact';
import { noteFields } from '../../notes/index.js';
import { FieldText, PlainText } from '../../platform/pages/free-text.js';
import { Layout } from '../../platform/pages/layout.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatCalendarDate, formatDate, formatDateTimeRange } from '../../platform/text/dates.js';
import { distanceText } from '../../platform/text/distance.js';
import { ratingText } from '../domain/host-reasons.js';
import type { Matter } from '../queries/matter.js';
import { FEWEST_COMPARED, MOST_COMPARED, type ComparedHost } from '../use-cases/compare-hosts.js';
import { askPath, WORTHY_PATH } from './worthy-hosts-page.js';
import { organisationOf } from '../../platform/security/capabilities.js';

interface ComparePageProps {
  actor: Actor;
  matter: Matter;
  compared: readonly ComparedHost[];
  /** Whether there is something to compare. */
  isEnough: boolean;
}

/** Hosts side by side on one matter; on a phone one below the other, aspect by aspect. */
export function ComparePage({ actor, matter, compared, isEnough }: ComparePageProps): VNode {
  const asked = new URLSearchParams({ topik: matter.topic, program: matter.program });
  const list = `${WORTHY_PATH}?${asked.toString()}`;
  const title = matter.topic === '' ? 'Bandingkan tuan rumah' : `Bandingkan tuan rumah: ${matter.topic}`;
  return (
    <Layout title={title} actor={actor} path="/upt" styles={['hosts/pages/hosts.css']}>
      <PageHeading
        title={title}
        back={[list, 'UPT yang layak dikunjungi']}
        lead="Dari praktik baik dan ringkasan kunjungan yang boleh Anda baca."
      />
      {isEnough ? (
        <Comparison compared={compared} topic={matter.topic} mayAsk={organisationOf(actor) !== null} />
      ) : (
        <div class="card">
          <Empty icon="people" title={`Pilih ${FEWEST_COMPARED} atau ${MOST_COMPARED} UPT`}>
            <p>Centang UPT yang ingin dibandingkan, lalu tekan “Bandingkan yang dicentang”.</p>
            <a class="btn" href={list}>
              Pilih UPT
            </a>
          </Empty>
        </div>
      )}
    </Layout>
  );
}

type ComparedSection = 'context' | 'whatWasDone' | 'resources' | 'howToCopy' | 'result' | 'pitfalls';

type Aspect = readonly [name: string, show: (host: ComparedHost) => ComponentChildren];

const texts = (host: ComparedHost, name: ComparedSection): ComponentChildren => {
  const written = host.notes.filter((note) => note[name].trim() !== '');
  if (written.length === 0) return null;
  return written.map((note) => (
    <div key={note.id}>
      {host.notes.length > 1 && <b>{note.title}</b>}
      <FieldText field={noteFields[name]} text={note[name]} />
    </div>
  ));
};

const aspects: readonly Aspect[] = [
  [
    'Praktik baik',
    ({ notes }) =>
      notes.length > 0 && (
        <ul class="compare-list">
          {notes.map(({ id, title }) => (
            <li key={id}>
              <a href={`/praktik-baik/${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      ),
  ],
  ['Masalahnya', (host) => texts(host, 'context')],
  ['Yang dilakukan', (host) => texts(host, 'whatWasDone')],
  ['Yang diperlukan', (host) => texts(host, 'resources')],
  ['Cara menirunya', (host) => texts(host, 'howToCopy')],
  ['Hasil', (host) => texts(host, 'result')],
  ['Yang perlu diwaspadai', (host) => texts(host, 'pitfalls')],
  ['Ringkasan kunjungan', Summaries],
  ['Direplikasi oleh', Replications],
  ['Kunjungan diterima', ({ host }) => host.hosted > 0 && `${host.hosted} kunjungan`],
  ['Penilaian tamu', ({ host }) => host.rating && ratingText(host.rating)],
  ['Jarak', ({ host }) => host.distance && distanceText(host.distance)],
  ['Waktu luang berikutnya', FreeTime],
  ['Ketentuan tuan rumah', Rules],
];

interface ComparisonProps {
  compared: readonly ComparedHost[];
  topic: string;
  mayAsk: boolean;
}

function Comparison({ compared, topic, mayAsk }: ComparisonProps): VNode {
  // What is known of none tells nothing between them.
  const told = aspects.filter(([, show]) => compared.some((host) => show(host)));
  return (
    <div class="card">
      <table class="table card-table compare">
        <caption class="visually-hidden">Perbandingan tuan rumah menurut aspek</caption>
        <thead>
          <tr>
            <th scope="col">Aspek</th>
            {compared.map(({ host }) => (
              <th scope="col" key={host.code}>
                <a href={`/upt/${host.code}`}>{host.name}</a>
                <span class="d-block text-secondary">{host.officeName}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {told.map(([name, show]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {compared.map((host) => (
                <td key={host.host.code} data-host={host.host.name}>
                  {show(host) || <span class="text-secondary">Belum tercatat</span>}
                </td>
              ))}
            </tr>
          ))}
          {mayAsk && (
            <tr class="d-print-none">
              <th scope="row">Langkah berikutnya</th>
              {compared.map(({ host }) => (
                <td key={host.code} data-host={host.name}>
                  <a class="btn btn-primary" href={askPath(host.code, topic)}>
                    Ajukan kunjungan<span class="visually-hidden"> ke {host.name}</span>
                  </a>
                </td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

function Summaries({ summaries }: ComparedHost): ComponentChildren {
  if (summaries.length === 0) return null;
  return summaries.map(({ visitId, guestUnitName, startsAt, timeZone, outcomes, decisions }) => (
    <div class="mb-2" key={visitId}>
      <a href={`/kunjungan/${visitId}`}>
        {guestUnitName}, {formatDate(startsAt, timeZone)}
      </a>
      {outcomes && (
        <p class="mb-1">
          <PlainText text={outcomes} />
        </p>
      )}
      {decisions && (
        <p class="mb-1">
          Keputusan: <PlainText text={decisions} />
        </p>
      )}
    </div>
  ));
}

function Replications({ host, replications }: ComparedHost): ComponentChildren {
  if (replications.length === 0) return host.replications > 0 && `${host.replications} UPT`;
  return (
    <ul class="compare-list">
      {replications.map(({ toUnitName, practice, since, result }) => (
        <li key={`${toUnitName} ${practice}`}>
          <b>{toUnitName}</b>, sejak {formatCalendarDate(since)}: {practice}
          <span class="d-block text-secondary">
            <PlainText text={result} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function FreeTime({ host }: ComparedHost): ComponentChildren {
  const free = host.outlook?.free ?? [];
  if (free.length === 0) return 'Tidak ada dalam 60 hari';
  return (
    <ul class="compare-list">
      {free.map(({ startsAt, endsAt }) => (
        <li key={startsAt.getTime()}>{formatDateTimeRange(sameHours(startsAt, endsAt), host.timeZone)}</li>
      ))}
    </ul>
  );
}

function Rules({ host }: ComparedHost): ComponentChildren {
  if (!host.outlook) return null;
  const { policy } = host.outlook;
  const { open, largestParty, shortestNoticeDays, identityRule, phoneRule, cameraRule } = policy;
  const rules = [
    !open && 'Belum menerima kunjungan.',
    shortestNoticeDays > 0 && `Diajukan paling lambat ${shortestNoticeDays} hari sebelumnya.`,
    largestParty !== null && `Rombongan paling banyak ${largestParty} orang.`,
    identityRule,
    phoneRule,
    cameraRule,
  ].filter((rule) => typeof rule === 'string' && rule !== '');
  if (rules.length === 0) return 'Tidak ada ketentuan khusus';
  return (
    <ul class="compare-list">
      {rules.map((rule) => (
        <li key={String(rule)}>{rule}</li>
      ))}
    </ul>
  );
}
