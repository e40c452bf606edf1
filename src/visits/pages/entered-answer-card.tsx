import type { VNode } from 'preact';
import { DateField } from '../../platform/pages/calendar-fields.js';
import { Card } from '../../platform/pages/card.js';
import { Field, Select, TextArea } from '../../platform/pages/form-parts.js';
import { typed } from '../../platform/pages/forms.js';
import { PageForm } from '../../platform/pages/page-form.js';
import type { Actor } from '../../platform/security/actor.js';
import { REVIEW_DAYS } from '../domain/recorded-visit.js';
import { timeInQuestion } from '../domain/host-time.js';
import { actorSides } from '../domain/visit-policies.js';
import { isHostAsked } from '../domain/visit-states.js';
import type { VisitFacts } from '../queries/visit-facts.js';
import type { ReadableVisit } from '../use-cases/read-visit.js';
import type { RefusedStep } from './step-forms.js';
import { TimeFields, timesOf, typedTimes } from './time-fields.js';

/** What a refused entry is known by. */
export const ENTERING = 'jawaban-tuan-rumah';

const answers = [
  { value: 'accept', name: 'Diterima' },
  { value: 'propose', name: 'Mengusulkan waktu lain' },
  { value: 'decline', name: 'Ditolak' },
] as const;

const ways = [
  { value: 'letter', name: 'Surat' },
  { value: 'telephone', name: 'Telepon atau pesan' },
] as const;

interface EnteredAnswerProps {
  actor: Actor;
  visit: ReadableVisit['visit'];
  refused: RefusedStep | null;
}

/** Where the guest enters the host's answer that came by letter or telephone, while the host is asked. */
export function EnteredAnswerCard({ actor, visit, refused }: EnteredAnswerProps): VNode | null {
  if (!actorSides(visit, actor).includes('guest') || !isHostAsked(visit)) return null;
  const own = refused?.step === ENTERING ? refused : null;
  return (
    <Card title="Jawaban lewat surat atau telepon">
      <div class="card-body">
        <details class="step-other" open={own !== null}>
          <summary>Catat jawaban {visit.hostUnitName} yang datang di luar Sambang</summary>
          <p class="text-secondary">
            Tuan rumah dan Kanwil diberi tahu, dan dapat mengajukan keberatan dalam {REVIEW_DAYS} hari.
          </p>
          <EntryForm visit={visit} own={actor.timeZone} refused={own} />
        </details>
      </div>
    </Card>
  );
}

interface EntryFormProps {
  visit: VisitFacts;
  own: Actor['timeZone'];
  refused: RefusedStep | null;
}

function EntryForm({ visit, own, refused }: EntryFormProps): VNode {
  const faults = refused?.faults ?? null;
  const sent = refused?.sent;
  const zone = visit.timeZone;
  const common = { faults, scope: 'jawaban' } as const;
  const times = sent ? typedTimes(sent) : timesOf(timeInQuestion(visit), zone);
  const letter = { ...common, optional: true, needed: 'bila lewat surat' } as const;
  return (
    <PageForm
      action={`/kunjungan/${visit.id}/${ENTERING}`}
      encType="multipart/form-data"
      version={visit.version}
      asks
    >
      <Select {...common} name="answer" label="Jawabannya" options={answers} value={typed(sent, 'answer')} />
      <Select {...common} name="cameBy" label="Datang lewat" options={ways} value={typed(sent, 'cameBy')} />
      <Field
        {...letter}
        name="letterNumber"
        label="Nomor surat balasan"
        value={typed(sent, 'letterNumber')}
        maxLength={100}
      />
      <DateField {...letter} name="letterDate" label="Tanggal surat" value={typed(sent, 'letterDate')} />
      <div class="mb-3">
        <label class="form-label" for="jawaban-file">
          Pindaian surat <span class="form-optional">(boleh kosong)</span>
        </label>
        <input
          class="form-control"
          id="jawaban-file"
          name="file"
          type="file"
          accept=".pdf,.docx,.xlsx,.pptx,.odt"
        />
      </div>
      <p class="mb-1">Waktu lain, bila diusulkan:</p>
      <TimeFields typed={times} zone={zone} own={own} faults={faults} scope="jawaban" />
      <TextArea
        {...common}
        name="reason"
        label="Alasan atau keterangan"
        rows={3}
        maxLength={2000}
        optional
        needed="bila ditolak"
        value={typed(sent, 'reason')}
      />
      <button class="btn btn-primary" type="submit">
        Catat jawaban ini
      </button>
    </PageForm>
  );
}
