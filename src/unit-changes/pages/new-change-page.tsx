import type { VNode } from 'preact';
import { DateField } from '../../platform/pages/calendar-fields.js';
import { Card } from '../../platform/pages/card.js';
import { Check, Field, RefusalAlert, Select, TextArea } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import type { TimeReader } from '../../platform/text/reader-time.js';
import { unitChangeKinds, type UnitChangeKind } from '../domain/unit-change.js';
import { decidesChanges } from '../domain/unit-change-policies.js';
import { changeKindWords } from '../domain/unit-change-words.js';
import type { ChangeChoices } from '../queries/change-choices.js';
import type { TouchedVisit } from '../queries/touched-visits.js';
import { openedRows } from './change-form.js';
import { CHANGES_PATH } from './change-parts.js';
import { OpenedFields } from './opened-fields.js';
import { TouchedCard, touchedWords } from './touched-card.js';

interface NewChangePageProps {
  actor: Actor;
  kind: UnitChangeKind;
  /** Units of the own region by name, for the field's suggestions. */
  units: readonly { code: string; name: string }[];
  choices: ChangeChoices;
  sent: SentForm;
  faults: FormFaults | null;
  /** Visits to come that it touches and that were not shown yet. */
  visits: readonly TouchedVisit[];
  reader: TimeReader;
}

/** The kinds of changes, to choose one. */
export function KindsPage({ actor, unit }: { actor: Actor; unit: string }): VNode {
  const query = unit === '' ? '' : `&upt=${encodeURIComponent(unit)}`;
  return (
    <Layout title="Perubahan UPT" actor={actor} path="/pengelolaan">
      <PageHeading title="Perubahan UPT" lead="Apa yang berubah?" back={[CHANGES_PATH, 'Perubahan UPT']} />
      <div class="card">
        <ul class="list-group list-group-flush">
          {unitChangeKinds.map((kind) => (
            <li class="list-group-item" key={kind}>
              <a class="row-link" href={`${CHANGES_PATH}/baru?macam=${kind}${query}`}>
                {changeKindWords[kind]}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </Layout>
  );
}

/** Writing down what becomes of units: decided by an administrator, proposed by a Kanwil. */
export function NewChangePage(props: NewChangePageProps): VNode {
  const { actor, kind, faults, visits, sent, units } = props;
  const isDecider = decidesChanges(actor);
  const save = isDecider ? 'Simpan' : 'Usulkan';
  return (
    <Layout title={changeKindWords[kind]} actor={actor} path="/pengelolaan">
      <PageHeading
        title={changeKindWords[kind]}
        lead={isDecider ? undefined : 'Diusulkan kepada administrator, yang menyetujui atau menolaknya.'}
        back={[CHANGES_PATH, 'Perubahan UPT']}
      />
      <RefusalAlert faults={faults} />
      <PageForm action={`${CHANGES_PATH}/baru`} about={kind}>
        <input type="hidden" name="kind" value={kind} />
        <datalist id="semua-upt">
          {units.map(({ code, name }) => (
            <option key={code} value={name} />
          ))}
        </datalist>
        <Which {...props} />
        {Array.from({ length: openedRows[kind] }, (_, row) => (
          <OpenedFields key={row} {...props} row={row} />
        ))}
        <Why {...props} />
        <TouchedCard
          visits={visits}
          reader={props.reader}
          words={touchedWords({ kind, callsOff: typed(sent, 'callsOff') !== '' })}
          isNew
        />
        <p class="text-secondary">
          Orang di UPT yang bersangkutan dan Kanwilnya diberi tahu lewat surel{' '}
          {isDecider ? 'begitu disimpan' : 'begitu disetujui'}. Kunjungan, catatan, dan tindak lanjut yang
          lama tetap dapat dibaca dengan nama saat itu.
        </p>
        <div class="btn-list">
          <button class="btn btn-primary" type="submit">
            {visits.length > 0 ? `Tetap ${save.toLowerCase()}` : save}
          </button>
          <a class="btn" href={CHANGES_PATH}>
            Batal
          </a>
        </div>
      </PageForm>
    </Layout>
  );
}

function Which({ kind, choices, sent, faults }: NewChangePageProps): VNode {
  const text = (name: string) => ({ name, value: typed(sent, name), faults });
  const byName = { list: 'semua-upt', maxLength: 200, autocomplete: 'off', hint: 'Nama atau kode UPT.' };
  return (
    <Card title="Apa dan kapan">
      <div class="card-body">
        {kind !== 'opened' && (
          <Field {...text('unit')} {...byName} label={kind === 'merged' ? 'UPT yang bergabung' : 'UPT'} />
        )}
        {kind === 'merged' && <Field {...text('successor')} {...byName} label="Bergabung ke UPT" />}
        {kind === 'renamed' && (
          <>
            <Field {...text('name')} label="Nama resmi yang baru" maxLength={200} />
            <Select
              {...text('type')}
              label="Jenis"
              none="Tetap"
              options={choices.types.map(({ code, name }) => ({ value: code, name }))}
              optional
            />
            <Field
              {...text('class')}
              label="Kelas"
              hint="Contoh: IIB. Kosong: tetap."
              maxLength={20}
              optional
            />
          </>
        )}
        <DateField
          {...text('effectiveOn')}
          label="Berlaku mulai"
          hint="Hari ini atau sebelumnya: langsung berlaku."
        />
      </div>
    </Card>
  );
}

function Why({ kind, sent, faults }: NewChangePageProps): VNode {
  const ticked = (name: string) => ({ name, checked: typed(sent, name) !== '', faults });
  const mayEnd = kind === 'closed' || kind === 'merged' || kind === 'split';
  return (
    <Card title="Dasar dan akibat">
      <div class="card-body">
        <Field
          name="decree"
          label="Nomor keputusan"
          value={typed(sent, 'decree')}
          maxLength={100}
          faults={faults}
          optional
        />
        <TextArea name="reason" label="Alasan" value={typed(sent, 'reason')} rows={3} faults={faults} />
        {kind === 'split' && <Check {...ticked('endsOrigin')} label="UPT asalnya ditutup" />}
        {kind === 'merged' && (
          <Check
            {...ticked('movesPeople')}
            label="Pindahkan akun orang-orangnya ke penerus"
            hint="Tanpa ini, akun diserahterimakan satu per satu di Pengelolaan."
          />
        )}
        {mayEnd && (
          <Check
            {...ticked('callsOff')}
            label="Batalkan kunjungan yang sudah disepakati sejak hari itu"
            hint="Tanpa ini, kunjungan tetap berlaku dan kedua UPT diberi tahu."
          />
        )}
      </div>
    </Card>
  );
}
