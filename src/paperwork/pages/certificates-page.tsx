import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { NoticeAlert, RefusalAlert } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatMoment } from '../../platform/text/dates.js';
import { shownCertificateCode } from '../domain/certificate-code.js';
import type { LetterCertificates } from '../use-cases/keep-certificates.js';

interface CertificatesPageProps extends LetterCertificates {
  actor: Actor;
  /** The register it stands in. */
  back: [path: string, title: string];
  notice?: string | undefined;
  faults?: FormFaults;
}

/** Certificates of a letter: issued to those who were there, each with its code. */
export function CertificatesPage(props: CertificatesPageProps): VNode {
  const { actor, letter, issued, back, notice, faults } = props;
  const path = `/naskah/${letter.id}/piagam`;
  return (
    <Layout title="Piagam peserta" actor={actor} path="/kunjungan">
      <PageHeading
        title="Piagam peserta"
        lead="Satu piagam untuk setiap orang yang tercatat hadir, dengan kode yang dapat diperiksa siapa pun di /periksa."
        back={back}
      />
      {notice && <NoticeAlert>{notice}</NoticeAlert>}
      <RefusalAlert faults={faults ?? null} />
      {letter.mayChange && (
        <PageForm class="mb-3" action={path}>
          <p class="text-secondary mb-2">{standingWords(props)}</p>
          <button class="btn btn-primary" type="submit">
            Terbitkan piagam
          </button>
        </PageForm>
      )}
      <Card title={`Diterbitkan (${issued.filter(({ withdrawnAt }) => withdrawnAt === null).length})`}>
        {issued.length === 0 ? (
          <Empty icon="file" title="Belum ada piagam">
            Setelah diterbitkan, unduh naskahnya dari register surat: satu halaman untuk setiap orang.
          </Empty>
        ) : (
          <ul class="list-group list-group-flush">
            {issued.map((certificate) => (
              <Issued key={certificate.code} {...{ actor, certificate, path }} mayChange={letter.mayChange} />
            ))}
          </ul>
        )}
      </Card>
    </Layout>
  );
}

function standingWords({ issued, lacking }: LetterCertificates): string {
  if (lacking.length > 0) return `${lacking.length} orang yang hadir belum mempunyai piagam.`;
  return issued.length === 0
    ? 'Belum ada yang tercatat hadir pada kunjungan ini.'
    : 'Semua yang tercatat hadir sudah mempunyai piagam. Yang dicatat kemudian dapat diterbitkan di sini.';
}

function Issued({
  actor,
  certificate: { code, name, position, office, issuedAt, withdrawnAt },
  path,
  mayChange,
}: {
  actor: Actor;
  certificate: LetterCertificates['issued'][number];
  path: string;
  mayChange: boolean;
}): VNode {
  return (
    <li class="list-group-item">
      <div>{[name, position, office].filter(Boolean).join(', ')}</div>
      <div class="text-secondary">
        <a class="text-decoration-underline" href={`/periksa/${code}`}>
          {shownCertificateCode(code)}
        </a>
        {' · '}
        {withdrawnAt
          ? `dicabut ${formatMoment(withdrawnAt, actor.timeZone)}`
          : `terbit ${formatMoment(issuedAt, actor.timeZone)}`}
      </div>
      {mayChange && withdrawnAt === null && (
        <PageForm class="mt-2" action={`${path}/${code}/cabut`}>
          <button class="btn btn-sm" type="submit">
            Cabut<span class="visually-hidden"> piagam {name}</span>
          </button>
        </PageForm>
      )}
    </li>
  );
}
