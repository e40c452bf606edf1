import type { VNode } from 'preact';
import { DateField } from '../../platform/pages/calendar-fields.js';
import { Card } from '../../platform/pages/card.js';
import { Field, NoticeAlert, RefusalAlert } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatCalendarDate } from '../../platform/text/dates.js';
import type { DisplacedVisit } from '../domain/displaced-visits.js';
import type { ProgramLine } from '../queries/list-reference.js';
import { DisplacedCard } from './displaced-card.js';

/** A form that was refused: of a program by its code, or the one for a new program. */
export interface RefusedProgram {
  code: string | null;
  sent: SentForm | undefined;
  faults: FormFaults;
}

interface ProgramsPageProps {
  actor: Actor;
  programs: readonly ProgramLine[];
  notice?: string | undefined;
  refused?: RefusedProgram;
  /** Agreed visits about a program that was to end. */
  displaced?: { code: string; visits: readonly DisplacedVisit[] };
}

const PATH = '/pengelolaan/program';

/** The programs that visits and notes serve. */
export function ProgramsPage({ actor, programs, notice, refused, displaced }: ProgramsPageProps): VNode {
  const frameworks = [...new Set(programs.map(({ framework }) => framework))];
  return (
    <Layout title="Program" actor={actor} path="/pengelolaan" styles={['units/pages/administration.css']}>
      <PageHeading
        title="Program"
        lead="Yang dipilih saat mengajukan kunjungan."
        back={['/pengelolaan', 'Pengelolaan']}
      />
      {notice !== undefined && <NoticeAlert>{notice}</NoticeAlert>}
      {frameworks.map((framework) => (
        <Card title={framework} key={framework}>
          <ul class="list-group list-group-flush">
            {programs
              .filter((program) => program.framework === framework)
              .map((program) => (
                <ProgramRow
                  key={program.code}
                  program={program}
                  refused={refused?.code === program.code ? refused : undefined}
                  displaced={displaced?.code === program.code ? displaced.visits : []}
                />
              ))}
          </ul>
        </Card>
      ))}
      <NewProgram frameworks={frameworks} refused={refused?.code === null ? refused : undefined} />
    </Layout>
  );
}

function ProgramRow({
  program,
  refused,
  displaced,
}: {
  program: ProgramLine;
  refused: RefusedProgram | undefined;
  displaced: readonly DisplacedVisit[];
}): VNode {
  const { code, number, title, retiredOn } = program;
  return (
    <li class="list-group-item">
      <details open={refused !== undefined || displaced.length > 0}>
        <summary class="administration-summary">
          <span>
            {number !== null && `${number}. `}
            {title}
            {retiredOn !== null && (
              <span class="d-block text-secondary">
                Tidak ditawarkan lagi sejak {formatCalendarDate(retiredOn)}
              </span>
            )}
          </span>
          <span class="text-decoration-underline">Ubah</span>
        </summary>
        <PageForm class="prose mt-2" action={`${PATH}/${code}`}>
          <RefusalAlert faults={refused?.faults ?? null} />
          <Field
            name="title"
            scope={code}
            label="Nama program"
            value={refused ? typed(refused.sent, 'title') : title}
            maxLength={300}
            faults={refused?.faults ?? null}
          />
          <button class="btn btn-primary" type="submit">
            Simpan nama
          </button>
        </PageForm>
        <PageForm class="prose mt-3" action={`${PATH}/${code}/${retiredOn ? 'pakai' : 'akhiri'}`}>
          <p class="text-secondary mb-2">
            {retiredOn
              ? 'Program ini dapat ditawarkan lagi untuk kunjungan baru.'
              : 'Bila diakhiri, program ini tidak ditawarkan lagi untuk kunjungan baru. Kunjungan dan catatan yang memakainya tidak berubah.'}
          </p>
          <DisplacedCard displaced={displaced} />
          <button class="btn" type="submit">
            {retiredOn ? 'Tawarkan lagi' : 'Akhiri program'}
          </button>
        </PageForm>
      </details>
    </li>
  );
}

interface NewProgramProps {
  frameworks: readonly string[];
  refused: RefusedProgram | undefined;
}

function NewProgram({ frameworks, refused }: NewProgramProps): VNode {
  const { sent, faults = null } = refused ?? {};
  return (
    <Card title="Tambah program">
      <PageForm class="card-body prose" action={PATH}>
        <RefusalAlert faults={faults} />
        <Field
          name="framework"
          label="Kelompok"
          value={typed(sent, 'framework')}
          maxLength={100}
          list="kelompok"
          hint="Pilih yang sudah ada, atau tuliskan yang baru."
          faults={faults}
        />
        <datalist id="kelompok">
          {frameworks.map((framework) => (
            <option key={framework} value={framework} />
          ))}
        </datalist>
        <Field
          name="title"
          label="Nama program"
          value={typed(sent, 'title')}
          maxLength={300}
          faults={faults}
        />
        <Field
          name="number"
          label="Nomor dalam kelompok"
          type="number"
          min={1}
          max={999}
          value={typed(sent, 'number')}
          optional
          faults={faults}
        />
        <DateField name="from" label="Berlaku mulai" value={typed(sent, 'from')} faults={faults} />
        <button class="btn btn-primary" type="submit">
          Tambah program
        </button>
      </PageForm>
    </Card>
  );
}
