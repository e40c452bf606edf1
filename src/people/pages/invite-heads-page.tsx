import type { VNode } from 'preact';
import { Field, RefusalAlert } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { MOST_UNITS, type HeadlessUnit } from '../queries/headless-units.js';

/** What was typed for one unit. */
export interface HeadRow {
  unit: string;
  name: string;
  email: string;
}

interface InviteHeadsPageProps {
  actor: Actor;
  units: readonly HeadlessUnit[];
  typed: readonly HeadRow[];
  faults: FormFaults | null;
}

const PATH = '/pengelolaan/orang/undang-kepala';

/** Where the heads of many units are invited at once: the units that still lack one, a name and an address for each. */
export function InviteHeadsPage({ actor, units, typed, faults }: InviteHeadsPageProps): VNode {
  return (
    <Layout title="Undang kepala UPT" actor={actor} path="/pengelolaan" styles={['people/pages/people.css']}>
      <PageHeading
        title="Undang kepala UPT"
        lead="UPT yang kepalanya belum punya akun. Isi yang Anda ketahui, biarkan yang lain kosong, lalu kirim sekaligus."
        back={['/pengelolaan', 'Pengelolaan']}
      />
      <RefusalAlert faults={faults} />
      {units.length === 0 ? (
        <Empty icon="check" title="Semua UPT sudah punya kepala dengan akun">
          Tidak ada yang perlu diundang lagi.
        </Empty>
      ) : (
        <PageForm class="card" action={PATH} asks>
          <ul class="list-group list-group-flush">
            {units.map((unit) => (
              <Row
                key={unit.code}
                unit={unit}
                row={typed.find((one) => one.unit === unit.code)}
                faults={faults}
              />
            ))}
          </ul>
          <div class="card-footer">
            {units.length === MOST_UNITS && (
              <p class="text-secondary">
                {MOST_UNITS} UPT pertama; sisanya tampil setelah yang ini diundang.
              </p>
            )}
            <button class="btn btn-primary" type="submit">
              Kirim undangan
            </button>
          </div>
        </PageForm>
      )}
    </Layout>
  );
}

interface RowProps {
  unit: HeadlessUnit;
  row: HeadRow | undefined;
  faults: FormFaults | null;
}

function Row({ unit, row, faults }: RowProps): VNode {
  const fault = faults?.fields[unit.code];
  const own = fault === undefined ? null : { fields: { email: fault } };
  return (
    <li class="list-group-item">
      <fieldset>
        <legend class="fw-medium fs-4 mb-1">
          {unit.name}
          {!unit.hasPeople && <span class="text-secondary"> · belum memakai Sambang</span>}
        </legend>
        <input type="hidden" name="units" value={unit.code} />
        <div class="people-filter">
          <Field
            name="names"
            scope={unit.code}
            label="Nama kepala"
            value={row?.name ?? ''}
            autocomplete="off"
            maxLength={200}
            optional
            isFilter
            faults={null}
          />
          <div>
            <Field
              name="email"
              scope={unit.code}
              label="Alamat surel"
              type="email"
              value={row?.email ?? ''}
              autocomplete="off"
              maxLength={254}
              optional
              isFilter
              faults={own}
            />
          </div>
        </div>
      </fieldset>
    </li>
  );
}
