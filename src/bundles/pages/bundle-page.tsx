import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { NoticeAlert, RefusalAlert } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatMoment } from '../../platform/text/dates.js';
import { sizeWords } from '../../platform/text/sizes.js';
import { BUNDLE_DAYS, bundleStateWords, keptUntil } from '../domain/bundle.js';
import type { BundleAround } from '../use-cases/bundle-places.js';
import type { PlaceBundles, ShownBundle } from '../use-cases/read-bundles.js';

export interface BundlePageProps {
  actor: Actor;
  around: BundleAround;
  bundles: readonly ShownBundle[];
  /** The one that is being made for the office, whatever it is of. */
  underWay: PlaceBundles['underWay'];
  /** Address of the page, and of what it belongs to. */
  path: string;
  back: readonly [path: string, name: string];
  /** Section of the site in which it stands. */
  section: string;
  /** Years that may be asked for, and the one that is shown; null for a visit or a trip. */
  years: { shown: number; all: readonly number[] } | null;
  notice?: string | undefined;
  faults?: FormFaults | null;
}

/** Bundles of a visit, a trip or a year: asking for one, how far it is, and taking it away. */
export function BundlePage(props: BundlePageProps): VNode {
  const { actor, around, bundles, back, section, years, notice, faults = null } = props;
  return (
    <Layout title={`Bundel bukti – ${around.title}`} actor={actor} path={section}>
      <PageHeading title="Bundel bukti" lead={around.title} back={[...back]} />
      {notice && <NoticeAlert>{notice}</NoticeAlert>}
      <RefusalAlert faults={faults} />
      {years && <Years {...props} years={years} />}
      <AskCard {...props} />
      {bundles.length === 0 && (
        <Card title="Bundel">
          <Empty icon="file" title="Belum ada bundel">
            Bundel yang disusun kantor Anda tampil di sini.
          </Empty>
        </Card>
      )}
      {bundles.map((shown) => (
        <BundleCard key={shown.bundle.id} {...props} shown={shown} />
      ))}
    </Layout>
  );
}

const Years = ({
  path,
  years: { shown, all },
}: BundlePageProps & { years: { shown: number; all: readonly number[] } }): VNode => (
  <nav class="btn-list mb-3" aria-label="Tahun">
    {all.map((year) => (
      <a
        key={year}
        class={year === shown ? 'btn btn-primary' : 'btn'}
        href={`${path}?tahun=${year}`}
        aria-current={year === shown ? 'page' : undefined}
      >
        {year}
      </a>
    ))}
  </nav>
);

const AskCard = ({ path, bundles, underWay, years }: BundlePageProps): VNode => (
  <Card title="Susun bundel">
    <div class="card-body prose">
      <p>
        Semua surat yang boleh Anda ambil (PDF dan DOCX), berkas kunjungan, salinan bertanda tangan, daftar
        peserta, ringkasan, dan foto yang lolos pemeriksaan
        {years ? ' dari semua kunjungan yang terlaksana pada tahun itu' : ''}: sebagai satu ZIP dengan daftar
        SHA-256, dan sebagai satu PDF dengan penanda bab. NIP pada surat tertulis utuh, jadi nama Anda dan
        waktunya dicatat. Bundel disimpan {BUNDLE_DAYS} hari.
      </p>
      {underWay && bundles.every(({ bundle }) => bundle.id !== underWay.id) && (
        <p class="mb-0">
          Kantor Anda sedang menyusun bundel lain: {underWay.title}. Mohon tunggu sampai selesai.
        </p>
      )}
      {!underWay && (
        <PageForm action={path} asks>
          {years && <input type="hidden" name="tahun" value={years.shown} />}
          <button class="btn btn-primary" type="submit">
            Susun bundel{years ? ` ${years.shown}` : ''}
          </button>
        </PageForm>
      )}
    </div>
  </Card>
);

function BundleCard({ actor, path, shown }: BundlePageProps & { shown: ShownBundle }): VNode {
  const { bundle, missing } = shown;
  const when = formatMoment(bundle.askedAt, actor.timeZone);
  return (
    <Card title={`Bundel ${when}`}>
      <div class="card-body">
        {bundle.state === 'ready' ? (
          <Files actor={actor} path={path} shown={shown} when={when} />
        ) : (
          <Progress shown={shown} />
        )}
        {missing.length > 0 && (
          <>
            <p class="mt-3 mb-1">Tidak dapat disertakan:</p>
            <ul>
              {missing.map(({ name, reason }) => (
                <li key={name}>
                  {name}: {reason}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <div class="card-footer">
        <PageForm action={`${path}/${bundle.id}/hapus`}>
          <button class="btn" type="submit">
            {bundle.state === 'ready' ? 'Hapus bundel' : 'Batalkan'}
            <span class="visually-hidden"> {when}</span>
          </button>
        </PageForm>
      </div>
    </Card>
  );
}

function Progress({ shown: { bundle, progress } }: { shown: ShownBundle }): VNode {
  const made = progress.done + progress.missing;
  const all = made + progress.waiting;
  return (
    <div role="status">
      <p class="mb-2">
        {all === 0
          ? `Bundel ${bundleStateWords[bundle.state]}.`
          : `${made} dari ${all} berkas. Halaman ini memperbarui diri.`}
      </p>
      <progress
        class="progress w-100"
        value={made}
        max={Math.max(all, 1)}
        aria-label="Berkas yang sudah disusun"
      />
    </div>
  );
}

function Files({
  actor,
  path,
  shown,
  when,
}: {
  actor: Actor;
  path: string;
  shown: ShownBundle;
  when: string;
}): VNode {
  const { bundle, progress, zip, pdfs } = shown;
  if (zip === null) return <p class="mb-0">Berkas bundel ini sudah tidak ada. Susun bundel baru.</p>;
  return (
    <>
      <p>
        {progress.done} berkas, disimpan sampai {formatMoment(keptUntil(bundle.askedAt), actor.timeZone)}.
      </p>
      <div class="btn-list">
        <a class="btn btn-primary" href={`${path}/${bundle.id}/zip`} download rel="nofollow">
          Unduh ZIP ({sizeWords(zip)})<span class="visually-hidden"> {when}</span>
        </a>
        {pdfs.map((size, index) => (
          <a
            key={index}
            class="btn"
            href={`${path}/${bundle.id}/pdf?jilid=${index + 1}`}
            download
            rel="nofollow"
          >
            Unduh PDF{pdfs.length > 1 ? ` jilid ${index + 1}` : ''} ({sizeWords(size)})
            <span class="visually-hidden"> {when}</span>
          </a>
        ))}
      </div>
    </>
  );
}
