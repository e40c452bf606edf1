import type { ComponentChildren, VNode } from 'preact';
import { Misread } from '../../platform/pages/calendar-fields.js';
import { ExportLinks } from '../../platform/pages/export-links.js';
import { Layout } from '../../platform/pages/layout.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import { pathWith, type Chosen } from '../../platform/pages/paging.js';
import type { Actor } from '../../platform/security/actor.js';
import { dateSpanWords } from '../../platform/text/calendar-words.js';
import type { ProgramChoice } from '../../visits/index.js';
import type { PromisingUnit } from '../queries/follow-up-choices.js';
import type { AskedFollowUps } from './follow-up-query.js';
import { FollowUpsFilter } from './follow-ups-filter.js';

const PATH = '/tindak-lanjut';

interface FollowUpsPageProps {
  actor: Actor;
  asked: AskedFollowUps;
  units: readonly PromisingUnit[];
  programs: readonly ProgramChoice[];
  isEmpty: boolean;
  /** The board, or the list. */
  children: ComponentChildren;
}

/** What was promised after visits, with what it is filtered by, and a switch between board and list. */
export function FollowUpsPage(props: FollowUpsPageProps): VNode {
  const { actor, asked, isEmpty, children, ...choices } = props;
  return (
    <Layout
      title="Tindak Lanjut"
      actor={actor}
      path={PATH}
      styles={['follow-ups/pages/follow-ups.css']}
      scripts={['platform/pages/browser/refresh.js']}
    >
      <PageHeading
        title="Tindak Lanjut"
        lead="Yang dijanjikan setelah kunjungan: siapa mengerjakan apa, dan kapan paling lambat."
      >
        <ViewSwitch asked={asked} />
      </PageHeading>
      <FollowUpsFilter actor={actor} asked={asked} {...choices} />
      <div id="hasil" aria-live="polite">
        <Misread
          asked={[asked.due.dari, asked.due.sampai]}
          shown={`jatuh tempo ${dateSpanWords(asked.due.dari.value, asked.due.sampai.value)}`}
        />
        {isEmpty ? <Nothing asked={asked} /> : children}
        {!isEmpty && <ExportLinks path={PATH} chosen={asked.chosen} />}
      </div>
    </Layout>
  );
}

function ViewSwitch({ asked: { isList, chosen } }: { asked: AskedFollowUps }): VNode {
  const { urut: _, cursor: __, ...filter } = chosen;
  const views = [
    [pathWith(PATH, { ...filter, tampilan: undefined }), 'Papan', !isList],
    [pathWith(PATH, { ...filter, tampilan: 'daftar' }), 'Daftar', isList],
  ] as const;
  return (
    <nav id="tampilan" class="follow-up-views" aria-label="Tampilan">
      {views.map(([href, name, isCurrent]) => (
        <a key={name} href={href} aria-current={isCurrent ? 'page' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
}

const isNarrowed = ({ tampilan: _, urut: __, cursor: ___, ...filter }: Chosen): boolean =>
  Object.entries(filter).some(([name, value]) => value && !(name === 'keadaan' && value === 'semua'));

function Nothing({ asked: { isList, chosen } }: { asked: AskedFollowUps }): VNode {
  if (isNarrowed(chosen)) {
    return (
      <Empty icon="tasks" title="Tidak ada tindak lanjut yang cocok">
        <p>Lepaskan salah satu saringan untuk melihat yang lain.</p>
        <a class="btn" href={isList ? `${PATH}?tampilan=daftar` : PATH}>
          Lepaskan semua saringan
        </a>
      </Empty>
    );
  }
  return (
    <Empty icon="tasks" title={isList ? 'Tidak ada yang menunggu dikerjakan' : 'Belum ada tindak lanjut'}>
      <p>Tindak lanjut dicatat dari halaman sebuah kunjungan, setelah kunjungan itu dilaksanakan.</p>
      <a class="btn" href="/kunjungan">
        Buka daftar kunjungan
      </a>
    </Empty>
  );
}
