import type { VNode } from 'preact';
import { Field, Select } from '../../platform/pages/form-parts.js';
import { Icon } from '../../platform/pages/icon.js';
import { Layout } from '../../platform/pages/layout.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { zoneLabel } from '../../platform/text/zones.js';
import { NOT_USING, usageOptions } from '../../units/index.js';
import type { ProgramChoice } from '../../visits/index.js';
import type { Matter } from '../queries/matter.js';
import type { RankedHost } from '../use-cases/rank-hosts.js';
import { organisationOf } from '../../platform/security/capabilities.js';

/** How many are shown: whoever wants more narrows the topic. */
const MOST_SHOWN = 20;
export const WORTHY_PATH = '/upt/layak-dikunjungi';

interface WorthyHostsPageProps {
  actor: Actor;
  matter: Matter;
  hosts: readonly RankedHost[];
  programs: readonly ProgramChoice[];
  topics: readonly string[];
}

/** Hosts worth a visit on a matter, best first, each with the reasons. */
export function WorthyHostsPage({ actor, matter, hosts, programs, topics }: WorthyHostsPageProps): VNode {
  return (
    <Layout title="UPT yang layak dikunjungi" actor={actor} path="/upt" styles={['hosts/pages/hosts.css']}>
      <PageHeading
        title="UPT yang layak dikunjungi"
        back={['/upt', 'Semua UPT']}
        lead="Diurutkan menurut praktik baik, replikasi, penilaian tamu, jarak, dan waktu luang; alasannya tertulis pada setiap UPT."
      />
      <Search matter={matter} programs={programs} topics={topics} />
      {hosts.length === 0 ? (
        <div class="card">
          <Empty icon="search" title="Belum ada UPT yang tercatat tentang ini">
            <p>Coba kata yang lebih umum, atau lepaskan programnya.</p>
            <a class="btn" href={WORTHY_PATH}>
              Tampilkan semua topik
            </a>
          </Empty>
        </div>
      ) : (
        <Hosts matter={matter} hosts={hosts.slice(0, MOST_SHOWN)} found={hosts.length} actor={actor} />
      )}
    </Layout>
  );
}

function Search({
  matter,
  programs,
  topics,
}: Pick<WorthyHostsPageProps, 'matter' | 'programs' | 'topics'>): VNode {
  const common = { faults: null, optional: true } as const;
  return (
    <form
      class="card card-body mb-3 pb-0 hosts-search"
      action={WORTHY_PATH}
      role="search"
      aria-label="Cari tuan rumah"
    >
      <Field
        {...common}
        name="topik"
        label="Topik yang ingin dipelajari"
        value={matter.topic}
        maxLength={100}
        list="daftar-topik"
        placeholder="mis. ketahanan pangan"
      />
      <datalist id="daftar-topik">
        {topics.map((topic) => (
          <option value={topic} key={topic} />
        ))}
      </datalist>
      <Select
        {...common}
        name="program"
        label="Program"
        none="Semua program"
        value={matter.program}
        options={programs.map(({ code, number, title }) => ({
          value: code,
          name: number === null ? title : `${number}. ${title}`,
        }))}
      />
      <Select
        {...common}
        name="pakai"
        label="Pemakaian"
        none="Semua"
        value={matter.usesSambang === undefined ? '' : matter.usesSambang ? 'ya' : 'belum'}
        options={usageOptions}
      />
      <button class="btn btn-primary mb-3" type="submit">
        Tampilkan
      </button>
    </form>
  );
}

interface HostsProps {
  matter: Matter;
  hosts: readonly RankedHost[];
  found: number;
  actor: Actor;
}

/** The list is a form: two or three of it are ticked to be compared. */
function Hosts({ matter, hosts, found, actor }: HostsProps): VNode {
  return (
    <form action="/upt/bandingkan" aria-label="Bandingkan tuan rumah">
      <input type="hidden" name="topik" value={matter.topic} />
      <input type="hidden" name="program" value={matter.program} />
      <p class="text-secondary">
        {found > hosts.length ? `${hosts.length} teratas dari ${found} UPT.` : `${found} UPT.`} Centang dua
        atau tiga untuk dibandingkan.
      </p>
      <ol class="host-cards">
        {hosts.map((host) => (
          <li class="card card-body" key={host.code}>
            <Host host={host} topic={matter.topic} mayAsk={organisationOf(actor) !== null} />
          </li>
        ))}
      </ol>
      {hosts.length > 1 && (
        <div class="hosts-compare">
          <button class="btn btn-primary" type="submit">
            <Icon name="people" />
            Bandingkan yang dicentang
          </button>
        </div>
      )}
    </form>
  );
}

function Host({ host, topic, mayAsk }: { host: RankedHost; topic: string; mayAsk: boolean }): VNode {
  const { code, name, place, officeName, timeZone, reasons, titles } = host;
  return (
    <>
      <h2 class="host-card-name">
        <a href={`/upt/${code}`}>{name}</a>
      </h2>
      <p class="text-secondary mb-2">
        {[place, officeName, zoneLabel(timeZone), !host.usesSambang && NOT_USING].filter(Boolean).join(' · ')}
      </p>
      <ul class="host-reasons" aria-label={`Alasan mengunjungi ${name}`}>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {titles.length > 0 && (
        <ul class="host-titles">
          {titles.map(({ id, title }) => (
            <li key={id}>
              <a href={`/praktik-baik/${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      )}
      <div class="host-card-actions">
        <label class="form-check host-pick">
          <input class="form-check-input" type="checkbox" name="upt" value={code} />
          <span class="form-check-label">
            Bandingkan<span class="visually-hidden"> {name}</span>
          </span>
        </label>
        {mayAsk && (
          <a class="btn" href={askPath(code, topic)}>
            Ajukan kunjungan<span class="visually-hidden"> ke {name}</span>
          </a>
        )}
      </div>
    </>
  );
}

/** Where a visit to a host is asked for. */
export function askPath(code: string, topic: string): string {
  const asked = new URLSearchParams({ tuan: code, ...(topic === '' ? {} : { topik: topic }) });
  return `/kunjungan/baru?${asked.toString()}`;
}
