import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Field, NoticeAlert, RefusalAlert, Select } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatMoment } from '../../platform/text/dates.js';
import { sizeWords } from '../../platform/text/sizes.js';
import { letterKindWords } from '../domain/letter-kinds.js';
import { LONGEST_TEMPLATE_NOTE } from '../domain/template-limits.js';
import type { KindTemplates, OfficeTemplates, TemplateVersion } from '../use-cases/keep-templates.js';

/** An upload that was refused, with what was typed beside it. */
export interface RefusedTemplate {
  sent: SentForm;
  faults: FormFaults;
}

export interface TemplatesPageProps {
  actor: Actor;
  read: OfficeTemplates;
  notice?: string | undefined;
  refused?: RefusedTemplate | undefined;
}

/** The Word templates of an office: which one applies to each kind of letter, and its versions. */
export function TemplatesPage(props: TemplatesPageProps): VNode {
  const { actor, read, notice, refused } = props;
  const { office, kinds } = read;
  const path = `/upt/${office.code}/kop/templat`;
  return (
    <Layout title={`Templat surat ${office.name}`} actor={actor} path="/upt">
      <PageHeading
        title="Templat surat"
        lead={office.name}
        back={[`/upt/${office.code}/kop`, 'Kop, penanda tangan, dan nomor surat']}
      />
      {notice && <NoticeAlert>{notice}</NoticeAlert>}
      <RefusalAlert faults={refused?.faults ?? null} />
      {refused && <FaultList faults={refused.faults} />}
      <UploadCard {...props} path={path} />
      {kinds.map((kind) => (
        <KindCard key={kind.kind} actor={actor} path={path} office={office.code} of={kind} />
      ))}
    </Layout>
  );
}

/** Everything that is wrong with the document, each with its place. */
function FaultList({ faults: { fields } }: { faults: FormFaults }): VNode | null {
  const told = Object.entries(fields).filter(([name]) => name.startsWith('faults.'));
  if (told.length === 0) return null;
  return (
    <Card title={`Yang perlu diperbaiki dalam dokumen (${told.length})`}>
      <ol class="card-body mb-0 ps-5">
        {told.map(([name, text]) => (
          <li key={name}>{text}</li>
        ))}
      </ol>
    </Card>
  );
}

function UploadCard({
  read: { office, kinds },
  refused,
  path,
}: TemplatesPageProps & { path: string }): VNode {
  const faults = refused?.faults ?? null;
  const isWhole = office.kind === 'kanwil';
  return (
    <Card title="Unggah templat">
      <div class="card-body prose pb-0">
        <p>
          Templat adalah dokumen Word dengan isian dalam kurung kurawal, misalnya {'{nomor}'}. Unduhan DOCX
          ditulis dengan templat yang berlaku; unduhan PDF selalu memakai tata letak Sambang, karena Word
          tidak dapat diubah menjadi PDF di sini.
          {isWhole && ' Templat Kanwil berlaku untuk semua UPT-nya yang tidak punya templat sendiri.'}
        </p>
        <p>
          <a class="text-decoration-underline" href={`${path}/isian`}>
            Semua isian dan templat awal
          </a>
        </p>
      </div>
      <PageForm class="card-body prose" action={path} encType="multipart/form-data" asks>
        <Select
          name="kind"
          label="Naskah"
          options={kinds.map(({ kind }) => ({ value: kind, name: letterKindWords[kind] }))}
          value={typed(refused?.sent, 'kind')}
          faults={faults}
        />
        <FileInput faults={faults} />
        <Field
          name="note"
          label="Catatan"
          value={typed(refused?.sent, 'note')}
          maxLength={LONGEST_TEMPLATE_NOTE}
          hint="Misalnya apa yang berubah."
          optional
          faults={faults}
        />
        <button class="btn btn-primary" type="submit">
          Periksa dan simpan
        </button>
      </PageForm>
    </Card>
  );
}

const FileInput = ({ faults }: { faults: FormFaults | null }): VNode => (
  <>
    <label class="form-label" for="templat">
      Dokumen Word
    </label>
    <input
      class={faults ? 'form-control is-invalid' : 'form-control'}
      id="templat"
      name="file"
      type="file"
      accept=".docx"
      required
      aria-describedby="templat-hint"
      aria-invalid={faults ? 'true' : undefined}
    />
    <div class="form-hint mt-1 mb-3" id="templat-hint">
      Berkas .docx, paling besar 5 MB, tanpa makro. Diperiksa dan dicoba lebih dahulu.
    </div>
  </>
);

interface KindCardProps {
  actor: Actor;
  path: string;
  office: string;
  of: KindTemplates;
}

const applyingWords = ({ applying }: KindTemplates, office: string): string => {
  if (!applying) return 'Berlaku: tata letak Sambang.';
  const whose = applying.organisation === office ? 'templat kantor ini' : 'templat Kanwil';
  return `Berlaku: ${whose}, versi ${applying.number}.`;
};

function KindCard({ actor, path, office, of }: KindCardProps): VNode {
  const { kind, applying, versions } = of;
  const isOwn = applying?.organisation === office;
  return (
    <Card title={letterKindWords[kind]}>
      <div class="card-body">
        <p class="mb-2">{applyingWords(of, office)}</p>
        {applying && !isOwn && <FileLinks path={path} version={applying} />}
        {isOwn && (
          <PageForm action={`${path}/naskah/${kind}/hentikan`}>
            <button class="btn" type="submit">
              Hentikan templat
              <span class="visually-hidden"> {letterKindWords[kind]}</span>
            </button>
          </PageForm>
        )}
      </div>
      {versions.length > 0 && (
        <ul class="list-group list-group-flush">
          {versions.map((version) => (
            <li class="list-group-item" key={version.id}>
              <VersionLine actor={actor} path={path} version={version} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

const VersionLine = ({
  actor,
  path,
  version,
}: {
  actor: Actor;
  path: string;
  version: TemplateVersion;
}): VNode => (
  <>
    <div class="fw-medium">
      Versi {version.number}
      {version.isCurrent && <span class="badge badge-outline ms-2">berlaku</span>}
    </div>
    <div class="text-secondary">
      {`${version.name} (${sizeWords(version.size)}), ${version.uploadedBy}, ${formatMoment(version.uploadedAt, actor.timeZone)}`}
    </div>
    {version.note !== '' && <div>{version.note}</div>}
    <div class="btn-list mt-2">
      <FileLinks path={path} version={version} />
      {!version.isCurrent && (
        <PageForm action={`${path}/${version.id}/pakai`}>
          <button class="btn" type="submit">
            Pakai versi {version.number}
            <span class="visually-hidden"> {letterKindWords[version.kind]}</span>
          </button>
        </PageForm>
      )}
    </div>
  </>
);

const FileLinks = ({
  path,
  version: { id, number, kind },
}: {
  path: string;
  version: TemplateVersion;
}): VNode => (
  <div class="btn-list">
    <a class="btn" href={`${path}/${id}/berkas`} download rel="nofollow">
      Unduh templat
      <span class="visually-hidden">
        {' '}
        {letterKindWords[kind]} versi {number}
      </span>
    </a>
    <a class="btn" href={`${path}/${id}/contoh`} download rel="nofollow">
      Lihat contoh hasil
      <span class="visually-hidden">
        {' '}
        {letterKindWords[kind]} versi {number}
      </span>
    </a>
  </div>
);
