import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Select } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { PageForm } from '../../platform/pages/page-form.js';
import type { FoundHang, FoundHangs } from '../use-cases/read-hangs.js';
import { sentTaker } from './handover-forms.js';

const fateWords: Readonly<Record<FoundHang['fate'], string>> = {
  'handed-over': 'dapat diserahkan',
  ends: 'berakhir',
  shared: 'tetap di tempat tugasnya',
};

/** The kinds that a colleague can take. */
export const takenKinds = ({ hangs }: FoundHangs): FoundHang[] =>
  hangs.filter(({ fate }) => fate === 'handed-over');

interface HandoverCardProps {
  person: { id: string; name: string };
  found: FoundHangs;
  sent: SentForm | undefined;
  faults: FormFaults | null;
}

/** What hangs on somebody, and the form that gives it to colleagues; nothing where nothing hangs. */
export function HandoverCard({ person, found, sent, faults }: HandoverCardProps): VNode | null {
  if (found.hangs.length === 0) return null;
  return (
    <Card title={`Yang bergantung pada ${person.name}`}>
      <ul class="list-group list-group-flush">
        {found.hangs.map((hang) => (
          <Hanging key={hang.kind} hang={hang} />
        ))}
      </ul>
      {takenKinds(found).length > 0 && (
        <PageForm class="card-body people-step" action={`/pengelolaan/orang/${person.id}/serah-terima`}>
          <SuccessorFields scope="serah" found={found} sent={sent} faults={faults} />
          {found.successors.length > 0 && (
            <>
              <p>Semuanya berpindah sekaligus, dan penerima mendapat surel berisi daftarnya.</p>
              <button class="btn btn-primary" type="submit">
                Serahkan
              </button>
            </>
          )}
        </PageForm>
      )}
    </Card>
  );
}

function Hanging({ hang }: { hang: FoundHang }): VNode {
  const { title, count, words, things, fate } = hang;
  const hidden = count - things.length;
  return (
    <li class="list-group-item">
      <div class="fw-medium">
        {title} ({count}) <span class="badge badge-outline people-state">{fateWords[fate]}</span>
      </div>
      <div class="text-secondary">{words}</div>
      {things.length > 0 && (
        <details>
          <summary>
            Lihat<span class="visually-hidden"> {title.toLowerCase()}</span>
          </summary>
          <ul class="mb-0">
            {things.map((thing) => (
              <li key={`${thing.href} ${thing.title}`}>
                <a href={thing.href}>{thing.title}</a> <span class="text-secondary">{thing.detail}</span>
              </li>
            ))}
            {hidden > 0 && <li class="text-secondary">dan {hidden} lainnya</li>}
          </ul>
        </details>
      )}
    </li>
  );
}

interface SuccessorFieldsProps {
  /** What tells the ids of one form from those of another. */
  scope: string;
  found: FoundHangs;
  sent: SentForm | undefined;
  faults: FormFaults | null;
}

/** Who takes what hangs: one for all, and others for some kinds; nothing where nothing can be taken. */
export function SuccessorFields({ scope, found, sent, faults }: SuccessorFieldsProps): VNode | null {
  const kinds = takenKinds(found);
  if (kinds.length === 0) return null;
  if (found.successors.length === 0) {
    return (
      <p>
        Belum ada rekan dengan akun aktif di tempat tugasnya yang dapat menerima.{' '}
        <a href="/pengelolaan/orang/undang">Undang penggantinya</a> dahulu bila perlu.
      </p>
    );
  }
  const options = found.successors.map(({ id, name, position }) => ({
    value: id,
    name: [name, position].filter(Boolean).join(', '),
  }));
  return (
    <>
      <Select
        name="successor"
        scope={scope}
        label="Serahkan kepada"
        options={options}
        none="Tidak diserahkan"
        value={typed(sent, 'successor')}
        optional
        faults={faults}
      />
      {kinds.length > 1 && (
        <details class="mb-3" open={kinds.some(({ kind }) => sentTaker(sent, kind) !== '')}>
          <summary>Pilih penerima lain untuk sebagian</summary>
          {kinds.map(({ kind, title, count }) => (
            <div key={kind}>
              <input type="hidden" name="kinds" value={kind} />
              <Select
                name="takers"
                scope={`${scope}-${kind.replaceAll('.', '-')}`}
                label={`${title} (${count})`}
                options={options}
                none="Seperti pilihan di atas"
                value={sentTaker(sent, kind)}
                optional
                faults={null}
              />
            </div>
          ))}
        </details>
      )}
    </>
  );
}
