import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { DescribedField } from '../../platform/pages/described-field.js';
import { Check, Group, RefusalAlert } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { Icon } from '../../platform/pages/icon.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatDateTimeRange } from '../../platform/text/dates.js';
import { namesOf } from '../../platform/text/field-description.js';
import { visitFields, visitGroups, type VisitField, type VisitGroup } from '../domain/visit-fields.js';
import { fieldLines } from '../domain/field-lines.js';
import { mayCorrectTime, mayEdit } from '../domain/visit-policies.js';
import { hasTrait } from '../domain/visit-state-traits.js';
import type { ProgramChoice } from '../queries/program-choices.js';
import type { VisitFacts } from '../queries/visit-facts.js';
import { QuestionFields, type QuestionRow } from './question-fields.js';
import { PartyLimit } from './party-card.js';
import { TimeFields, type TypedTimes } from './time-fields.js';

/** What the form shows: what stands, or what was typed. */
export interface EditValues {
  texts: Readonly<Record<VisitField, string>>;
  questions: readonly QuestionRow[];
  programs: readonly string[];
  times: TypedTimes;
}

interface VisitEditPageProps {
  actor: Actor;
  visit: VisitFacts;
  values: EditValues;
  programs: readonly ProgramChoice[];
  faults: FormFaults | null;
}

type PartProps = Pick<VisitEditPageProps, 'values' | 'faults'>;

/** All but the programs, which are ticked. */
const typedFields = namesOf(visitFields).filter((name) => name !== 'programs');
type TypedField = (typeof typedFields)[number];

const groupOf = (name: TypedField): VisitGroup | null => {
  const field = visitFields[name];
  return 'group' in field ? field.group : null;
};
const ownLines = typedFields.filter((name) => groupOf(name) === null);

/** Changing what a visit says. */
export function VisitEditPage(props: VisitEditPageProps): VNode {
  const { actor, visit, values, faults } = props;
  const isOpen = mayEdit(visit, actor);
  return (
    <Layout
      title={`Ubah isi – ${visit.title}`}
      actor={actor}
      path="/kunjungan"
      styles={['visits/pages/visit.css']}
    >
      <PageHeading
        title={isOpen ? 'Ubah isi kunjungan' : 'Nomor surat'}
        lead={`${visit.reference} · ${visit.guestUnitName} ke ${visit.hostUnitName}`}
        back={[`/kunjungan/${visit.id}`, visit.title]}
      />
      <RefusalAlert faults={faults} />
      <PageForm class="visit-form" action={`/kunjungan/${visit.id}/ubah`} version={visit.version}>
        {isOpen ? (
          <>
            <Content {...props} />
            <Time {...props} />
            <Contact values={values} faults={faults} />
          </>
        ) : (
          <p class="text-secondary">
            Yang disepakati (waktu, pihak, dan isi) tidak berubah lagi setelah ringkasan terbit; nomor surat
            masih dapat dilengkapi.
          </p>
        )}
        <Letters values={values} faults={faults} />
        <div class="btn-list">
          <button class="btn btn-primary" type="submit">
            Simpan perubahan
          </button>
          <a class="btn" href={`/kunjungan/${visit.id}`}>
            Batal
          </a>
        </div>
      </PageForm>
    </Layout>
  );
}

function Content({ visit, values, programs, faults }: VisitEditPageProps): VNode {
  return (
    <Card title="Isi">
      <div class="card-body">
        <PartyLimit visit={visit} />
        <Inputs names={ownLines} values={values} faults={faults} />
        <Programs programs={programs} chosen={values.programs} faults={faults} />
      </div>
    </Card>
  );
}

function Inputs({ names, values, faults }: PartProps & { names: readonly TypedField[] }): VNode {
  return (
    <>
      {names.map((name) =>
        name === 'learningQuestions' ? (
          <QuestionFields key={name} questions={values.questions} faults={faults} />
        ) : (
          <DescribedField
            key={name}
            name={name}
            field={visitFields[name]}
            value={values.texts[name]}
            faults={faults}
          />
        ),
      )}
    </>
  );
}

interface ProgramsProps {
  programs: readonly ProgramChoice[];
  chosen: readonly string[];
  faults: FormFaults | null;
}

function Programs({ programs, chosen, faults }: ProgramsProps): VNode {
  const frameworks = [...new Set(programs.map(({ framework }) => framework))];
  return (
    <>
      {frameworks.map((framework) => (
        <details
          key={framework}
          class="mb-2"
          open={programs.some((program) => program.framework === framework && chosen.includes(program.code))}
        >
          <summary class="visit-filters-more">
            <Icon name="down" />
            {framework}
          </summary>
          <Group legend={<span class="visually-hidden">{framework}</span>}>
            {programs
              .filter((program) => program.framework === framework)
              .map(({ code, number, title }) => (
                <Check
                  key={code}
                  name="programs"
                  scope={code}
                  value={code}
                  label={number === null ? title : `${number}. ${title}`}
                  checked={chosen.includes(code)}
                  faults={faults}
                />
              ))}
          </Group>
        </details>
      ))}
    </>
  );
}

/** A draft's time is typed; what was sent moves by a proposal. */
function Time({ actor, visit, values, faults }: VisitEditPageProps): VNode {
  const zone = visit.timeZone;
  return (
    <Card title="Waktu">
      <div class="card-body">
        {hasTrait(visit.state, 'unsent') || mayCorrectTime(visit, actor) ? (
          <TimeFields typed={values.times} zone={zone} own={actor.timeZone} faults={faults} />
        ) : (
          <p class="mb-0">
            {formatDateTimeRange(visit, zone)}. Waktu diubah lewat usulan waktu di{' '}
            <a class="text-decoration-underline" href={`/kunjungan/${visit.id}`}>
              halaman kunjungan
            </a>
            , agar kedua UPT menyetujuinya.
          </p>
        )}
      </div>
    </Card>
  );
}

function Contact(props: PartProps): VNode {
  return (
    <Card title={visitGroups.contact}>
      <div class="card-body">
        <Inputs {...props} names={typedFields.filter((name) => groupOf(name) === 'contact')} />
      </div>
    </Card>
  );
}

function Letters(props: PartProps): VNode {
  return (
    <Card title="Nomor surat">
      <div class="card-body">
        {fieldLines(typedFields.filter((name) => visitFields[name].page === 'letters')).map(
          ({ key, label, names }) => (
            <Group key={key} legend={label}>
              <div class="letter-fields">
                <Inputs {...props} names={names} />
              </div>
            </Group>
          ),
        )}
      </div>
    </Card>
  );
}
